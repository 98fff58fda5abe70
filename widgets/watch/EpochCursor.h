// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/follow/RunEpochs.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>

namespace reweigh {

class OpenStudy;

/// Which training and which of its epochs the views of the Watch layout show. Each open study has one cursor, which its views
/// share. The training is that of the selected trial, else that of a running trial, else that of the best. The epoch is the newest
/// one until another is chosen.
/// Thread: GUI.
class EpochCursor : public QObject {
    Q_OBJECT
public:
    /// The study's cursor, made at the first call; it lives as long as the study.
    static EpochCursor& of(OpenStudy& study);

    std::optional<std::int64_t> trial() const { return m_trial; }
    bool running() const { return m_running; }       ///< in this process or another one
    bool unfinished() const { return m_unfinished; } ///< running, paused or interrupted: further epochs come
    /// The epochs of the training; null until they were read.
    std::shared_ptr<const RunEpochs> trained() const { return m_trained; }

    /// Index of the chosen epoch in trained()->epochs; -1 while there is none.
    int position() const { return m_position; }
    /// The figures of the chosen epoch; null while there is none.
    const EpochFigures* epoch() const;
    /// The number of epochs the training will have, at least the number trained so far; 0 if none is trained.
    int epochsPlanned() const;

    /// Chooses epoch `number` (from 1), or the nearest trained epoch before it. If it is the newest, the cursor follows newer ones
    /// from then on.
    void setEpoch(int number);
    /// True if the cursor follows the newest epoch.
    bool follows() const { return m_wanted == 0; }
    /// Moves by `steps` trained epochs, backwards if negative; stops at the first and the last.
    void step(int steps);

Q_SIGNALS:
    void changed();

private:
    explicit EpochCursor(OpenStudy& study);
    void look();
    void place();

    OpenStudy& m_study;
    std::optional<std::int64_t> m_trial;
    std::shared_ptr<const RunEpochs> m_trained;
    int m_wanted = 0; ///< the epoch asked for; 0: the newest
    int m_position = -1;
    bool m_running = false, m_unfinished = false;
};

} // namespace reweigh
