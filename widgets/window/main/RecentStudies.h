// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/LatestJob.h"

#include <QDateTime>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace reweigh {

/// How a study or a plan that was open before stands.
struct RecentState {
    QString file;
    QString title;
    QDateTime changed;          ///< when it was last worked on
    bool plan = false;          ///< a plan: nothing else is known of it
    bool readable = false;      ///< the figures below were read
    bool running = false;       ///< a process writes it now
    int finished = 0;           ///< trials that ended
    int interrupted = 0;        ///< trials that were begun and have not ended, though no process writes the study
    int budget = 0;             ///< trials that it is to have; 0: not known
    int variants = 0;           ///< that it compares
    int compared = 0;           ///< trainings of these that ended
    int trainings = 0;          ///< and how many the comparison is to have
    std::optional<double> best; ///< value of the best trial
};

/// Reads how each of `files` stands; what was worked on last comes first. Thread: any.
std::vector<RecentState> readRecent(const QStringList& files);

/// "12 of 20 trials, interrupted · best 0.8712 · 6 variants compared · yesterday 14:02"; of a comparison that has not reached its end
/// "comparison: 3 of 30 trainings".
QString recentText(const RecentState& state, const QDateTime& now);

/// Of the studies and plans that were open last, those that were worked on last, each with how it stands; a click opens it. Empty and hidden while there is none.
class RecentStudies : public QWidget {
    Q_OBJECT
public:
    explicit RecentStudies(QWidget* parent = nullptr);

Q_SIGNALS:
    void wanted(const QString& file);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void read();
    void fill(const std::vector<RecentState>& states);

    QVBoxLayout* m_rows;
    QLabel* m_head;
    LatestJob<std::vector<RecentState>> m_reading;
};

} // namespace reweigh
