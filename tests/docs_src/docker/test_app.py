"""The app of the container page, alone and as its Dockerfile lays it out."""

from __future__ import annotations

import json
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from fastapi.testclient import TestClient

from tests.docs_src.deployment.serving import LIMIT, free_port, get, serving
from tests.docs_src.docker import dockerfiles

EXAMPLE = "docker/app"
MODULE = "main"

FOLDER = "docs_src/docker"


def test_shop_is_read(client: TestClient) -> None:
    """The first path answers."""
    assert client.get("/").json() == {"shop": "Crumb", "opens": "06:00"}


def test_bread_is_read(client: TestClient) -> None:
    """The number and the note come back."""
    response = client.get("/breads/5?note=sliced")
    assert response.json() == {"bread_id": 5, "note": "sliced"}
    assert client.get("/breads/5").json() == {"bread_id": 5, "note": None}


def test_a_bread_is_a_number(client: TestClient) -> None:
    """Anything else is refused."""
    response = client.get("/breads/rye")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("int_parsing", ["path", "bread_id"])


def test_it_closes(app: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands behind the yield runs at the end."""
    with TestClient(app):
        assert capsys.readouterr().out == ""
    assert capsys.readouterr().out == "Crumb closes\n"


def test_preparation_runs_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Run as a program it does its work, imported it does nothing."""
    path = str(root / FOLDER / "app/prepare.py")
    runpy.run_path(path)
    assert capsys.readouterr().out == ""
    runpy.run_path(path, run_name="__main__")
    assert capsys.readouterr().out == "The tables are up to date\n"


def test_the_order_keeps_the_packages_in_the_cache(root: Path) -> None:
    """Packages are installed before the code that changes often is copied."""
    instructions = dockerfiles.parse((root / FOLDER / "Dockerfile").read_text())
    names = [instruction.name for instruction in instructions]
    assert names == ["FROM", "WORKDIR", "COPY", "RUN", "COPY", "USER", "CMD"]
    assert instructions[2].words[0] == "./requirements.txt"
    assert instructions[3].words[-1] == instructions[2].words[1]
    assert dockerfiles.only(instructions, "USER").value != "root"
    assert dockerfiles.only(instructions, "CMD").value.startswith("[")


def test_its_command_serves_and_closes(root: Path, tmp_path: Path) -> None:
    """The files as they lie in the image, and the command as it stands there, work together."""
    instructions = dockerfiles.parse((root / FOLDER / "Dockerfile").read_text())
    workdir = dockerfiles.laid_out(instructions, root / FOLDER, tmp_path)
    command = dockerfiles.only(instructions, "CMD").words
    assert command[-2:] == ["--port", "8080"]
    command = [*command[:-1], "{port}", "--host", "127.0.0.1"]
    with serving(command, workdir) as server:
        answer = server.get("/breads/5?note=sliced")
        assert json.loads(answer.text) == {"bread_id": 5, "note": "sliced"}
        server.end()
    assert "Crumb closes" in server.output


def test_requirements_are_ranges(root: Path) -> None:
    """Each package has a lowest and a first forbidden version; both contexts have the same."""
    text = (root / FOLDER / "requirements.txt").read_text()
    assert all(">=" in line and ",<" in line for line in text.splitlines())
    assert (root / FOLDER / "single/requirements.txt").read_text() == text


def is_pid_1(form: str, root: Path, workdir: Path) -> tuple[str, bool]:
    """Run the app as process 1 of a container's kind, and send it SIGTERM.

    Returns the output, and whether it ended by itself soon.
    """
    port = free_port()
    fastapi = Path(sys.executable).parent / "fastapi"
    command = f"{fastapi} run app/main.py --host 127.0.0.1 --port {port}"
    arguments = command.split() if form == "exec" else ["sh", "-c", f"true && {command}"]
    unshare = ["unshare", "--map-root-user", "--pid", "--fork", "--mount-proc", "--kill-child"]
    process = subprocess.Popen(
        [*unshare, *arguments],
        cwd=workdir,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        deadline = time.monotonic() + LIMIT
        while not answers(port):
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < deadline
            time.sleep(0.1)
        (child,) = children(process.pid)
        subprocess.run(["kill", "-TERM", str(child)], check=True)
        try:
            return process.communicate(timeout=20 if form == "exec" else 5)[0], True
        except subprocess.TimeoutExpired:
            assert answers(port)
            return "", False
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.communicate(timeout=LIMIT)


def answers(port: int) -> bool:
    """Return whether the app answers."""
    try:
        return get(port, "/").status == 200
    except OSError:
        return False


def children(pid: int) -> list[int]:
    """Return the ids of the processes that a process has started."""
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(word) for word in text.split()]


@pytest.mark.parametrize(("form", "graceful"), [("exec", True), ("shell", False)])
def test_only_the_exec_form_passes_the_signal(
    root: Path, tmp_path: Path, form: str, graceful: bool
) -> None:
    """A shell as process 1 keeps SIGTERM to itself, and the app goes on until it is killed."""
    try:
        probe = subprocess.run(
            ["unshare", "--map-root-user", "--pid", "--fork", "--mount-proc", "true"], check=False
        )
    except FileNotFoundError:
        pytest.skip("there is no program unshare")
    if probe.returncode:
        pytest.skip("this system makes no process namespaces for us")
    instructions = dockerfiles.parse((root / FOLDER / "Dockerfile").read_text())
    workdir = dockerfiles.laid_out(instructions, root / FOLDER, tmp_path)
    output, ended = is_pid_1(form, root, workdir)
    assert ended is graceful
    assert ("Crumb closes" in output) is graceful


def test_compose_prepares_once_and_proxies(root: Path) -> None:
    """The steps before the start are a service of their own; only the proxy is reachable."""
    compose = yaml.safe_load((root / FOLDER / "compose.yaml").read_text())
    services: dict[str, Any] = compose["services"]
    assert list(services) == ["prepare", "app", "proxy"]
    waits = services["app"]["depends_on"]["prepare"]["condition"]
    assert waits == "service_completed_successfully"
    assert "restart" not in services["prepare"]
    assert [name for name in services if "ports" in services[name]] == ["proxy"]
    port = services["app"]["command"][services["app"]["command"].index("--port") + 1]
    assert services["proxy"]["command"].endswith(f"--to app:{port}")
    assert services["proxy"]["volumes"] == [f"{name}:/data" for name in compose["volumes"]]


def test_compose_starts_what_exists(root: Path, tmp_path: Path) -> None:
    """The commands of both services work in the image, with the workers."""
    compose = yaml.safe_load((root / FOLDER / "compose.yaml").read_text())
    instructions = dockerfiles.parse((root / FOLDER / "Dockerfile").read_text())
    workdir = dockerfiles.laid_out(instructions, root / FOLDER, tmp_path)
    _, *arguments = compose["services"]["prepare"]["command"]
    done = subprocess.run(
        [sys.executable, *arguments], cwd=workdir, capture_output=True, text=True, timeout=LIMIT
    )
    assert (done.returncode, done.stdout) == (0, "The tables are up to date\n")
    service = compose["services"]["app"]
    command = [word.replace("8080", "{port}") for word in service["command"]]
    with serving(
        [*command, "--host", "127.0.0.1"], workdir, environment=service["environment"]
    ) as s:
        assert s.get("/").status == 200
        assert "Started parent process" in s.output
