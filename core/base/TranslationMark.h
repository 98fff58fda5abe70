// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks a sentence of core for lupdate, which finds it by this name; whoever shows the sentence translates it. Qt defines the
/// same macro in the same words: this one lets rooms without Qt mark theirs.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(scope, x) x
#endif
