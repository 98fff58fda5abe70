// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace reweigh {

/// Which numbers a setting takes; of a list, which numbers its entries may be and how many there are.
struct Range {
    static constexpr double unbounded = std::numeric_limits<double>::infinity();

    double low = -unbounded;
    double high = unbounded;
    bool openLow = false;    ///< `low` itself is outside
    bool whole = false;      ///< whole numbers only
    std::size_t fewest = 0;  ///< entries of a list
    std::size_t most = 0;    ///< 0: a single value, no list

    /// Is `value` a number in the range? NaN and infinities are in none.
    bool contains(double value) const;

    friend bool operator==(const Range&, const Range&) = default;
};

/// "0..1", "at least 1", "above 0, at most 1", "0 to 64 whole numbers in 1..65536"; empty where anything goes.
std::string rangeText(const Range& range);

} // namespace reweigh

/// Marks a sentence of core for lupdate, which finds it by this name; whoever shows the sentence translates it. Qt defines the
/// same macro in the same words: this one lets rooms without Qt mark theirs.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(scope, x) x
#endif

namespace reweigh {

/// Where translations of titles, labels and helps of core's tables are kept: what shows them calls
/// translate(tableContext, words).
inline constexpr const char* tableContext = "Settings";

/// One thing that is chosen by name: a noise type, a classifier, a sampler. Titles and helps are marked for translation
/// unless they are the same in every language (a data set's name).
struct Choice {
    std::string name;       ///< as flags and files write it: "pair-map"
    const char* title = ""; ///< as a reader sees it: "similar pairs (CIFAR-10)"
    const char* help = "";  ///< one sentence, or empty where the title says it all
};

/// A number that belongs to some choices of a setting and means nothing to the others: a pruner's percentile. It becomes a
/// setting like any other, called `key`.
struct OwnSetting {
    std::string key;
    const char* label = "";
    const char* help = "";
    Range range;
    double usual = 0.0; ///< where nothing else is said
};

/// Values of such numbers, by key.
using OwnValues = std::map<std::string, double>;

/// A value for each of `settings`: the one in `given`, or the usual one.
inline OwnValues completeValues(const std::vector<OwnSetting>& settings, const OwnValues& given)
{
    OwnValues values;
    for (const OwnSetting& setting : settings) {
        const auto found = given.find(setting.key);
        values[setting.key] = found == given.end() ? setting.usual : found->second;
    }
    return values;
}

/// The names of a table's rows, in order; a row is a Choice or has its members.
template <typename Rows>
std::vector<std::string> namesOf(const Rows& rows)
{
    std::vector<std::string> names;
    for (const auto& row : rows)
        names.emplace_back(row.name);
    return names;
}

} // namespace reweigh
