"""Makes Python types of the schemas.

    python generate.py KIT

KIT is the folder that `cargo run --example json_schema KIT` writes. The types stand in the package `ogi` beside this
file, one module a kind of document, with the Chinese titles as comments.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from typing import Any

HERE = pathlib.Path(__file__).parent


def with_titles_as_comments(schema: Any) -> Any:
    """The generator writes descriptions as comments, and titles not at all."""
    if isinstance(schema, list):
        return [with_titles_as_comments(inside) for inside in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {key: value if key == "examples" else with_titles_as_comments(value) for key, value in schema.items()}
    if isinstance(title := schema.get("title"), str):
        description = schema.get("description")
        schema["description"] = f"{title}: {description}" if description else title
        del schema["title"]
    return schema


def generate(kit: pathlib.Path, name: str, file: str) -> None:
    schema = with_titles_as_comments(json.loads((kit / file).read_text(encoding="utf-8")))
    module = name.replace("-", "_")
    with tempfile.TemporaryDirectory() as scratch:
        commented = pathlib.Path(scratch) / file
        commented.write_text(json.dumps(schema, ensure_ascii=False), encoding="utf-8")
        subprocess.run(
            [
                sys.executable, "-W", "ignore", "-m", "datamodel_code_generator",
                "--input", str(commented), "--input-file-type", "jsonschema", "--disable-timestamp",
                "--output", str(HERE / "ogi" / f"{module}.py"), "--output-model-type", "pydantic_v2.BaseModel",
                "--target-python-version", "3.11", "--class-name", module.title().replace("_", ""),
                "--use-annotated", "--use-schema-description", "--use-field-description",
                "--enum-field-as-literal", "all",
            ],
            check=True,
        )


def main() -> None:
    kit = pathlib.Path(sys.argv[1])
    (HERE / "ogi").mkdir(exist_ok=True)
    (HERE / "ogi" / "__init__.py").write_text('"""Types made of the schemas; see generate.py."""\n', encoding="utf-8")
    index = json.loads((kit / "index.json").read_text(encoding="utf-8"))["documents"]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda document: generate(kit, document["name"], document["schema"]), index))


if __name__ == "__main__":
    main()
