"""Stores forms until the service is killed in the midst of it, and asks for those that it acknowledged.

    python kill.py store ADDRESS FORM PID FILE
    python kill.py ask ADDRESS FILE
"""

import json
import os
import pathlib
import signal
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request


def store(address: str, form: str, pid: str, file: str) -> int:
    document = json.loads(pathlib.Path(form).read_text(encoding="utf-8"))
    kept: list[str] = []

    def client(number: int) -> None:
        for count in range(100_000):
            name = f"某某县第{number}局第{count}处"
            body = json.dumps({**document, "body": {"name": name}, "year": 2023}).encode()
            request = urllib.request.Request(f"{address}/reports", body, {"content-type": "application/json"}, method="PUT")
            try:
                with urllib.request.urlopen(request, timeout=10) as response:
                    response.read()
            except OSError:
                return
            kept.append(name)

    clients = [threading.Thread(target=client, args=(number,)) for number in range(8)]
    for thread in clients:
        thread.start()
    time.sleep(3)
    os.kill(int(pid), signal.SIGKILL)
    for thread in clients:
        thread.join()
    pathlib.Path(file).write_text(json.dumps(kept), encoding="utf-8")
    return 0 if kept else 1


def ask(address: str, file: str) -> int:
    kept = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
    lost = []
    for name in kept:
        query = urllib.parse.urlencode({"body": name, "year": 2023})
        try:
            urllib.request.urlopen(f"{address}/reports?{query}", timeout=10).read()
        except urllib.error.HTTPError:
            lost.append(name)
    print(f"{len(kept)} forms were acknowledged before the service was killed, {len(lost)} are lost")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(store(*sys.argv[2:]) if sys.argv[1] == "store" else ask(*sys.argv[2:]))
