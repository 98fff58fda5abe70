// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reweigh {

class OpenStudy;

/// Whether it is known which labels of `study` are wrong: its data set is a benchmark, or a file says the true labels of a user's own images,
/// or the user has said that all of them are right. Else nobody knows, not even where a recipe has changed labels on purpose.
bool truthIsKnown(const OpenStudy& study);

} // namespace reweigh
