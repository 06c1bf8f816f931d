#!/bin/sh
# Checks a bag in a folder by RFC 8493 alone; shares nothing with the program. Says nothing and ends with 0 when the
# bag is complete and valid.
set -eu
cd "$1"
fail() {
  echo "$1" >&2
  exit 1
}
printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' | cmp -s - bagit.txt || fail 'bagit.txt'
[ -z "$(find . ! -type f ! -type d)" ] || fail 'something that is no file'
[ ! -e fetch.txt ] || fail 'fetch.txt'
sha512sum -c --quiet --strict manifest-sha512.txt >&2 || fail 'manifest-sha512.txt'
sha512sum -c --quiet --strict tagmanifest-sha512.txt >&2 || fail 'tagmanifest-sha512.txt'
# A digest of 128 letters, two spaces, the path.
payload=$(find data -type f | LC_ALL=C sort)
[ "$payload" = "$(cut -c 131- manifest-sha512.txt | LC_ALL=C sort)" ] || fail 'files and manifest differ'
tags=$(find . -type f ! -path './data/*' ! -name tagmanifest-sha512.txt | cut -c 3- | LC_ALL=C sort)
[ "$tags" = "$(cut -c 131- tagmanifest-sha512.txt | LC_ALL=C sort)" ] || fail 'tag files and their manifest differ'
files=$(find data -type f | wc -l)
bytes=$(find data -type f -exec cat {} + | wc -c)
grep -qx "Payload-Oxum: $((bytes)).$((files))" bag-info.txt || fail 'Payload-Oxum'
