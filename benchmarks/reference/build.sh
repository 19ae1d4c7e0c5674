#!/bin/sh
# Builds the C++ reference into the directory given, by default bin beside this script.
# No contraction into fused multiply-add: the end state must equal the framework's bit for bit. GCC 12 sees uninitialised
# values in its own intrinsics, hence the two warnings that are off.
set -e
here=$(cd "$(dirname "$0")" && pwd)
to=${1:-$here/bin}
mkdir -p "$to"
for program in w1 w2 w3 w4 w5 probe; do
  g++ -std=c++17 -O3 -march=native -ffp-contract=off -pthread -Wall -Wextra -Werror -Wno-uninitialized -Wno-maybe-uninitialized -o "$to/$program" "$here/$program.cpp"
done
