// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/SourceFingerprint.h"

#include "core/data/readers/DataSource.h"

#include <memory>
#include <new>

// Inlined, so that there is nothing to link and the compiler may use the vector instructions of the target.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace reweigh {
namespace {

std::string imageSize(const ImageSet& set)
{
    return std::to_string(set.height) + 'x' + std::to_string(set.width) + 'x' + std::to_string(set.channels);
}

std::string pixelsHash(const DataSource& source)
{
    const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(), XXH3_freeState);
    if (!state)
        throw std::bad_alloc();
    XXH3_128bits_reset(state.get());
    for (const ImageSet* set : {&source.train, &source.test}) {
        std::string head;
        for (const std::size_t size : {set->size(), std::size_t(set->height), std::size_t(set->width), std::size_t(set->channels)})
            appendNumber(head, size, 8);
        XXH3_128bits_update(state.get(), head.data(), head.size());
        XXH3_128bits_update(state.get(), set->pixels.data(), set->pixels.size());
    }
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, XXH3_128bits_digest(state.get()));
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes.digest)
        text += {digits[byte >> 4], digits[byte & 15]};
    return text;
}

} // namespace

SourceFingerprint fingerprintOf(const DataSource& source)
{
    SourceFingerprint print{.pixels = pixelsHash(source), .image = imageSize(source.train), .classNames = source.classNames};
    print.orientation = source.folder.upright ? "exif" : "";
    std::string labels, files;
    appendNumbers(labels, std::span<const std::uint16_t>(source.test.labels));
    print.testLabels = hexOf(sha256(labels));
    if (!source.train.files.empty()) {
        appendTexts(files, source.train.files);
        appendTexts(files, source.test.files);
        print.files = hexOf(sha256(files));
    }
    return print;
}

} // namespace reweigh
