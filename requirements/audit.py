"""Known vulnerabilities of everything that is locked. A service that does not answer is not taken for a clean answer.

Exit code 0: every package was looked up and none is known to be vulnerable; 1: some are; 2: some could not be looked up.
"""

import json
import subprocess
import sys
from pathlib import Path

LOCKS = sorted(Path(__file__).parent.glob("*.txt"))
AGAIN = "That is no all-clear: run this again where the service can be reached."


def main() -> int:
    """Look up every locked package and say what was found."""
    options = [option for lock in LOCKS for option in ("--requirement", str(lock))]
    command = [sys.executable, "-m", "pip_audit", "--format=json", "--progress-spinner=off", "--require-hashes", "--disable-pip"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except ValueError:
        reason = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        print(f"NOT AUDITED: the vulnerability service did not answer ({reason[0][:200]}). {AGAIN}")
        return 2
    return _told(packages)


def _told(packages: list[dict[str, object]]) -> int:
    vulnerable = [package for package in packages if package.get("vulns")]
    unknown = sorted(str(package["name"]) for package in packages if "skip_reason" in package)
    for package in vulnerable:
        print(f"VULNERABLE: {package['name']} {package['version']}: {json.dumps(package['vulns'])}")
    if unknown:
        print(f"NOT AUDITED: the vulnerability service says nothing of {len(unknown)} of {len(packages)} packages:")
        print(f"{', '.join(unknown)}. {AGAIN}")
    if not vulnerable and not unknown:
        print(f"{len(packages)} packages were looked up; none is known to be vulnerable.")
    return 1 if vulnerable else 2 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
