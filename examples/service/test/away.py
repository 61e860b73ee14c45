"""Stores forms while the database goes away and comes back, and asks for those that the service acknowledged.

    python away.py ADDRESS FORM STOP START

STOP and START are commands of the shell that stop the database at once and start it.
"""

import json
import pathlib
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request


def status_of(request: urllib.request.Request | str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def main(address: str, form: str, stop: str, start: str) -> int:
    document = json.loads(pathlib.Path(form).read_text(encoding="utf-8"))
    kept: list[str] = []
    refused: list[tuple[int, bytes]] = []
    is_over = threading.Event()

    def client(number: int) -> None:
        for count in range(100_000):
            if is_over.is_set():
                return
            name = f"某某县第{number}局第{count}处"
            body = json.dumps({**document, "body": {"name": name}, "year": 2023}).encode()
            head = {"content-type": "application/json", "accept-language": "en"}
            status, answer = status_of(urllib.request.Request(f"{address}/reports", body, head, method="PUT"))
            if status < 300:
                kept.append(name)
            else:
                refused.append((status, answer))
                time.sleep(0.2)

    clients = [threading.Thread(target=client, args=(number,)) for number in range(8)]
    for thread in clients:
        thread.start()
    time.sleep(2)
    subprocess.run(stop, shell=True, check=True, stdout=subprocess.DEVNULL)
    before = len(kept)
    time.sleep(2)
    away, _ = status_of(f"{address}/healthz")
    question = json.dumps({"form": document}).encode()
    check, _ = status_of(urllib.request.Request(f"{address}/check", question, {"content-type": "application/json"}))
    subprocess.run(start, shell=True, check=True, stdout=subprocess.DEVNULL)
    began = time.monotonic()
    while status_of(f"{address}/healthz")[0] != 200 and time.monotonic() - began < 30:
        time.sleep(0.1)
    back = time.monotonic() - began
    time.sleep(2)
    is_over.set()
    for thread in clients:
        thread.join()

    wrong = [answer for answer in refused if answer[0] != 503 or json.loads(answer[1])["code"] != "unavailable"]
    asked = (f"{address}/reports?{urllib.parse.urlencode({'body': name, 'year': 2023})}" for name in kept)
    lost = [url for url in asked if status_of(url)[0] != 200]
    print(
        f"{len(kept)} forms were acknowledged, {before} of them before the database went away; {len(lost)} are lost. "
        f"While it was away {len(refused)} were refused, {len(wrong)} of them not as unavailable; healthz said {away}, "
        f"a check, which wants last year's form, {check}. The service was back {back:.1f} s after the database."
    )
    is_right = kept and before and len(kept) > before and refused and not wrong and not lost and away == check == 503
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
