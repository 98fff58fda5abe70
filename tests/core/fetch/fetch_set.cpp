// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/base/Json.h"
#include "core/fetch/DataSetFetch.h"

#include <QCoreApplication>

#include <cstdio>

using namespace reweigh;

namespace {

/// A set as packaging/kills describes it: as in core/config/DataSets.h.
RemoteDataSet setOf(const nlohmann::json& json)
{
    RemoteDataSet set{.baseUrl = {}, .files = {}, .packed = json.at("packed"), .folder = json.at("folder"), .contents = {}};
    for (const nlohmann::json& file : json.at("files"))
        set.files.push_back({file.at("name"), file.at("bytes"), file.at("checksum")});
    for (const nlohmann::json& file : json.at("contents"))
        set.contents.push_back({file.at("path"), file.at("bytes")});
    set.mostUnpacked = std::uint64_t(1) << 30;
    return set;
}

} // namespace

/// Downloads data sets from a server of the caller's, for the program itself knows only published ones.
/// usage: fetch_set URL FILE.json
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Result<std::string> text = argc == 3 ? readFile(argv[2]) : Error{ErrorCode::FileMissing, "FILE.json", {}, {}};
    const nlohmann::json sets = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
    if (!sets.is_array()) {
        std::fputs("usage: fetch_set URL FILE.json, a list of data sets\n", stderr);
        return 2;
    }
    for (const nlohmann::json& set : sets) {
        const auto place = fetchDataSet(setOf(set), set.at("into").get<std::string>(), {}, {}, argv[1]);
        if (!place) {
            std::fprintf(stderr, "%s: %s (%s)\n", errorName(place.error().code), place.error().where.c_str(), place.error().detail.c_str());
            return 1;
        }
        std::printf("%s\n", place->c_str());
    }
    return 0;
}
