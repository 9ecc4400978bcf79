# Shared by the scripts in this folder: finds the tools that they need. To be sourced.

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# The feature release of the JDK in folder $1, or nothing if there is none.
jdk_release() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 0
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p'
}

# Prints the folders in which JDKs usually are, best guesses first.
jdk_candidates() {
  local javac dir
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  if javac=$(command -v javac); then
    # Follow the links by which systems choose among several JDKs
    while [ -L "$javac" ]; do
      dir=$(dirname "$javac")
      javac=$(readlink "$javac")
      case $javac in /*) ;; *) javac=$dir/$javac ;; esac
    done
    dirname "$(dirname "$javac")"
  fi
  for dir in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk*/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -d "$dir" ] && printf '%s\n' "$dir"
  done
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 25+ 2>/dev/null || true
  fi
}

# Sets JAVA_HOME to a JDK of release 25 or later.
find_jdk() {
  local dir release
  while IFS= read -r dir; do
    release=$(jdk_release "$dir")
    if [ -n "$release" ] && [ "$release" -ge 25 ]; then
      export JAVA_HOME="$dir"
      return 0
    fi
  done < <(jdk_candidates)
  die "No JDK 25 or later found: install one (for example Eclipse Temurin 25, https://adoptium.net) and set JAVA_HOME to its folder."
}

# Runs the Maven of this machine if it is recent enough, else the one that the wrapper fetches, in the project's folder.
maven() {
  local version
  # Its own libraries use what newer JDKs warn about
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  version=$(command -v mvn >/dev/null && mvn -v 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g' | sed -n 's/^Apache Maven \([0-9.]*\).*/\1/p') || true
  if [ -n "$version" ] && [ "$(printf '%s\n3.8.7\n' "$version" | sort -V | head -n 1)" = 3.8.7 ]; then
    (cd "$project" && mvn "$@")
  else
    (cd "$project" && ./mvnw "$@")
  fi
}

deploy=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
project=$(dirname "$deploy")
