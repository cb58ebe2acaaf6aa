# Writes one C++ file that holds the data files as strings: cmake -D OUTPUT=… -D FILES="a;b" -D ROOT=… -P embed.cmake
# Every byte is escaped, so that neither quotes nor the compiler's character set matter; a line of the output holds 32
# bytes, because some compilers refuse very long lines.
list(SORT FILES) # embedded_files() promises it
set(code "#include \"corpus/embedded_files.hpp\"\n\nnamespace statlint {\n\nstatic constexpr EmbeddedFile table[] = {\n")
string(REPEAT "[0-9a-f]" 64 line)
foreach(file IN LISTS FILES)
  file(READ "${ROOT}/${file}" content HEX)
  file(SIZE "${ROOT}/${file}" size)
  string(REGEX REPLACE "(${line})" "\\1\n" content "${content}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" content "${content}")
  string(REPLACE "\n" "\"\n\"" content "${content}")
  string(APPEND code "{\"${file}\", {\n\"${content}\",\n${size}}},\n")
endforeach()
string(APPEND code "};\n\nstd::span<const EmbeddedFile> embedded_files() { return table; }\n\n} // namespace statlint\n")
file(WRITE "${OUTPUT}" "${code}")
