// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace reweigh {

/// A PDF of QPdfWriter without what changes from one writing to the next: its dates become 1 January 2000, its identifiers zeros, those of its XMP packet too, and
/// the table of its objects' places is corrected. The same pages then give the same bytes. A file of another form is returned unchanged.
QByteArray withoutTime(const QByteArray& pdf);

} // namespace reweigh
