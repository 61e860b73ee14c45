"""Makes Python types of the bundle, and sends every valid sample through them.

    python bundle.py KIT

Every sample must be read, and written again as it was: blanks stay blanks, and what is not there stays away.
"""

import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile


def main() -> int:
    kit = pathlib.Path(sys.argv[1])
    index = json.loads((kit / "index.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        made = pathlib.Path(scratch) / "bundle_types.py"
        subprocess.run(
            [
                sys.executable, "-W", "ignore", "-m", "datamodel_code_generator",
                "--input", str(kit / index["bundle"]), "--input-file-type", "openapi", "--disable-timestamp",
                "--output", str(made), "--output-model-type", "pydantic_v2.BaseModel", "--target-python-version", "3.11",
                "--use-annotated", "--enum-field-as-literal", "all",
            ],
            check=True,
        )
        spec = importlib.util.spec_from_file_location("bundle_types", made)
        assert spec is not None and spec.loader is not None
        types = importlib.util.module_from_spec(spec)
        sys.modules["bundle_types"] = types
        spec.loader.exec_module(types)
    wrong, count = [], 0
    for document in index["documents"]:
        name = "".join(word.capitalize() for word in document["name"].split("-"))
        for path in document["valid"]:
            count += 1
            sample = json.loads((kit / path).read_text(encoding="utf-8"))
            again = getattr(types, name).model_validate(sample).model_dump(mode="json", by_alias=True, exclude_unset=True)
            if again != sample:
                wrong.append(path)
    if wrong:
        print("changed on the way:", *wrong, sep="\n  ", file=sys.stderr)
        return 1
    print(f"bundle: {count} samples survive the types of datamodel-code-generator")
    return 0


if __name__ == "__main__":
    sys.exit(main())
