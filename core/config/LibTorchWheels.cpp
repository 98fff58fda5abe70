// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/LibTorchWheels.h"

#include <sstream>

namespace reweigh {

std::vector<LibTorchWheel> parseLibTorchWheels(std::string_view text)
{
    std::vector<LibTorchWheel> wheels;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        LibTorchWheel wheel;
        std::string part, members;
        if (!(words >> part >> wheel.file.bytes >> wheel.file.checksum >> wheel.file.name >> wheel.unpacked >> members)
            || (part != "cpu" && part != "cuda"))
            continue;
        wheel.cuda = part == "cuda";
        std::istringstream list(members == "*" ? std::string() : members);
        for (std::string member; std::getline(list, member, ',');)
            wheel.members.push_back(member);
        wheels.push_back(std::move(wheel));
    }
    return wheels;
}

const std::vector<LibTorchWheel>& libTorchWheels()
{
    static const std::vector<LibTorchWheel> wheels = parseLibTorchWheels(libTorchWheelsText);
    return wheels;
}

const std::string& libTorchVersion()
{
    static const std::string version = [] {
        const std::string name = libTorchWheels().empty() ? std::string() : libTorchWheels().front().file.name;
        const std::size_t start = name.find("/torch-") + 7; // .../torch-2.11.0-cp311-...
        return name.substr(start, name.find('-', start) - start);
    }();
    return version;
}

} // namespace reweigh
