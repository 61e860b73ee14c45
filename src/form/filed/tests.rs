use super::*;

/// How each print is read: a number with its unit, a mark, text, or a blank.
#[test]
fn print_is_read() {
    let number = |text: &'static str| {
        move |value: &Value| match value {
            Value::Number { number, .. } => assert_eq!(number.to_string(), text),
            other => panic!("{other:?} is not {text}"),
        }
    };
    for (print, expected) in [
        ("5", "5"),
        (" 5 ", "5"),
        ("0", "0"),
        ("007", "7"),
        ("-3", "-3"),
        ("－3", "-3"),
        ("+3", "3"),
        ("１２３", "123"),
        ("1,234", "1234"),
        ("１，２３４", "1234"),
        ("12,345,678", "12345678"),
        ("1.50", "1.5"),
        ("１．５", "1.5"),
        ("12件", "12"),
        ("12 件", "12"),
        ("12例", "12"),
        ("12 件 （其中3件）", "12"),
        ("12（ 其中3件 ）", "12"),
        ("7730.28万元", "7730.28"),
        ("251000（元）", "251000"),
        ("78（其中修订16件）", "78"),
    ] {
        number(expected)(&Filed::printed(print).value());
    }
    // A group of thousands never starts with 0, and a comma that parts no thousands is none.
    for print in [
        "0,123",
        "000,123",
        "0,000",
        "12,34",
        "1,2345",
        "1234,567",
        "1,234,56",
        ",123",
        "1,",
        "1.",
        ".5",
        "五",
        "无",
        "1 2",
        "5a",
        "78（百件）",
        "12件（元）",
        "12（其中3件",
    ] {
        assert_eq!(Filed::printed(print).value(), Value::Text(print), "{print}");
    }
    for print in ["/", "／", "-", "—", "——", "不适用", "N/A"] {
        assert_eq!(Filed::printed(print).value(), Value::NotApplicable(print));
    }
    for print in ["", " ", "\u{3000}", "\u{200b}\n"] {
        assert_eq!(Filed::printed(print).value(), Value::Blank);
    }
    let long = |bytes: usize| Filed::printed(format!("5{}", " ".repeat(bytes - 2) + "件"));
    assert!(matches!(long(LONGEST - 2).value(), Value::Number { .. }));
    assert!(matches!(long(LONGEST - 1).value(), Value::Text(_)));
}

#[test]
fn figures_of_money_are_in_yuan() {
    for (print, of_cell, expected) in [
        ("3万元", None, Some((30_000_u32, true))),
        ("3元", Some(Unit::TenThousandYuan), Some((3, true))),
        ("3", Some(Unit::TenThousandYuan), Some((30_000, true))),
        ("3", Some(Unit::Document), Some((3, true))),
        ("3", None, Some((3, false))),
        ("/", Some(Unit::Document), None),
        ("", Some(Unit::Document), None),
    ] {
        let figure = Filed::printed(print).figure(of_cell);
        assert_eq!(figure, expected.map(|(number, has_unit)| (Decimal::from(number), has_unit)), "{print}");
    }
}

#[test]
fn plain_digits_are_integers_in_json_and_nothing_else_is() {
    for plain in ["0", "7", "-7", "999999999999999", "-999999999999999"] {
        let filed = Filed::printed(plain);
        assert_eq!(filed.plain_integer().map(|integer| integer.to_string()).as_deref(), Some(plain));
        assert_eq!(serde_json::to_string(&filed).unwrap(), plain);
        assert_eq!(serde_json::from_str::<Filed>(plain).unwrap(), filed);
    }
    for other in ["-0", "00", "07", "+7", "7a", "1000000000000000", "-1000000000000000", "1,234", "/"] {
        let filed = Filed::printed(other);
        assert_eq!((filed.plain_integer(), &*filed.as_printed()), (None, other));
        let json = serde_json::to_string(&filed).unwrap();
        assert_eq!((json.as_str(), serde_json::from_str::<Filed>(&json).unwrap()), (&*format!("\"{other}\""), filed));
    }
    let refused = |json: &str| serde_json::from_str::<Filed>(json).unwrap_err().to_string();
    for zero in ["0.0", "-0.0", "0e1"] {
        assert!(refused(zero).starts_with("a zero with a sign"), "{zero}");
    }
    assert!(refused("1.5").starts_with("a number with a fraction"));
    assert!(refused("1000000000000000").starts_with("the integer 1000000000000000 has more than"));
    assert!(refused("\" \"").starts_with("a string of nothing but spaces"));
    assert!(refused("\"7\"").starts_with("the string"));
    assert_eq!(format!("{:?} {:?}", Filed::blank(), Filed::from(7)), "blank 7");
}

#[test]
fn numbers_are_printed_as_they_are() {
    let amount: Amount = "25.1".parse().unwrap();
    for (filed, printed) in [
        (Filed::from(Decimal::from(amount)), "25.1"),
        (Filed::from(amount), "25.1"),
        (Filed::from(-3_i64), "-3"),
        (Filed::from(-3_i32), "-3"),
        (Filed::from(3_u64), "3"),
        (Filed::from("三".to_owned()), "三"),
    ] {
        assert_eq!(filed.as_printed(), printed);
    }
}
