#include "cli/command.hpp"

int main(int argc, char** argv) {
    return statlint::run_command_line(argc, argv);
}
