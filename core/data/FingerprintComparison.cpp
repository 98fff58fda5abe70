// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/FingerprintComparison.h"

#include <nlohmann/json.hpp>

namespace reweigh {
namespace {

nlohmann::json member(const nlohmann::json& object, const char* key)
{
    return object.is_object() ? object.value(key, nlohmann::json()) : nlohmann::json();
}

/// "cat, dog, owl and 97 more".
std::string wordsOf(const nlohmann::json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_array())
        return value.dump();
    constexpr std::size_t most = 5;
    std::string words;
    for (std::size_t i = 0; i < value.size() && i < most; ++i)
        words += (i ? ", " : "") + wordsOf(value[i]);
    return value.size() > most ? words + " and " + std::to_string(value.size() - most) + " more" : words;
}

} // namespace

bool fingerprintKnowsPixels(const nlohmann::json& fingerprint)
{
    return member(member(fingerprint, "dataset"), "pixels").is_string();
}

FingerprintComparison compareFingerprints(const nlohmann::json& theirs, const nlohmann::json& ours)
{
    FingerprintComparison result{.pixelsKnown = fingerprintKnowsPixels(theirs)};
    const nlohmann::json there = member(theirs, "dataset"), here = member(ours, "dataset");
    const auto check = [&](const char* key, const std::string& name, bool readable) {
        const nlohmann::json a = member(there, key), b = member(here, key);
        if (a == b)
            return;
        result.differs += (result.differs.empty() ? "" : ", ") + name;
        if (readable)
            result.differs += " (" + wordsOf(a) + " there; " + wordsOf(b) + " here)";
    };
    check("name", "data set", true);
    check("classes", "number of classes", true);
    check("count", "number of training images", true);
    if (result.pixelsKnown) {
        check("class-names", "class names", true);
        check("image", "image size", true);
        check("pixels", "pixels", false);
        check("files", "file names", false);
        check("test-labels", "labels of the test images", false);
    }
    check("labels", "labels of the training images", false);
    if (!result.pixelsKnown && !result.differs.empty() && member(here, "name") == "folder")
        result.differs += "; versions before this one kept another fifth of a folder without test images for tests";
    if (!result.differs.empty() || member(theirs, "arrays") == member(ours, "arrays"))
        return result;
    const nlohmann::json before = member(theirs, "recipe"), now = member(ours, "recipe");
    for (const auto& [key, value] : now.items())
        if (member(before, key.c_str()) != value)
            result.differs += (result.differs.empty() ? "" : ", ") + key + " (" + wordsOf(member(before, key.c_str())) + " there; " + wordsOf(value) + " here)";
    if (result.differs.empty())
        result.differs = "who trains under which label, though the data and the recipe read the same";
    return result;
}

} // namespace reweigh
