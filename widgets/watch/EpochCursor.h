// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/follow/RunEpochs.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>

namespace reweigh {

class OpenStudy;

/// Which training this room looks at and which of its epochs: one for each open study, shared by its views. The training is
/// the selected trial's, else the one that runs, else the best. The epoch is the newest until another is chosen.
/// Thread: GUI.
class EpochCursor : public QObject {
    Q_OBJECT
public:
    /// Made at the first call; lives as long as the study.
    static EpochCursor& of(OpenStudy& study);

    std::optional<std::int64_t> trial() const { return m_trial; }
    bool running() const { return m_running; } ///< here or in another process
    /// Null until it was read.
    std::shared_ptr<const RunEpochs> trained() const { return m_trained; }

    /// Index of the chosen epoch in trained()->epochs; -1 while there is none.
    int position() const { return m_position; }
    const EpochFigures* epoch() const;
    /// How many epochs the training is to have; at least those trained.
    int epochsPlanned() const;

    /// Epoch `number` (from 1), or the nearest trained before it. The newest one is followed from then on.
    void setEpoch(int number);
    bool follows() const { return m_wanted == 0; }
    /// The trained epoch `steps` after the chosen one.
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
    bool m_running = false;
};

} // namespace reweigh
