#include "cli/command.hpp"
#include "cli/heap.hpp"

int main(int argc, char** argv) {
    statlint::prepare_heap();
    return statlint::run_command_line(argc, argv);
}
