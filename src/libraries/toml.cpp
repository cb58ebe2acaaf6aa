// The body of toml++: everywhere else its header only declares.
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>
