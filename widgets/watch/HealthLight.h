// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/WeightHealth.h"
#include "core/config/WeightSource.h"
#include "core/experiment/RunKey.h"
#include "widgets/theme/Theme.h"

#include <QObject>
#include <QString>
#include <QWidget>

#include <set>
#include <utility>

namespace reweigh {

class OpenStudy;

/// Writes a warning into the log, once per training and symptom, when the weights of a training that runs in this process become
/// unhealthy. Each open study has one.
/// Thread: GUI.
class HealthWatch : public QObject {
    Q_OBJECT
public:
    /// Begins to watch `study` at the first call; ends with the study.
    static void over(OpenStudy& study);

private:
    explicit HealthWatch(OpenStudy& study);
    void look(const RunKey& key);

    OpenStudy& m_study;
    std::set<std::pair<RunKey, WeightSymptom>> m_told;
};

/// A weight symptom in words.
struct HealthText {
    Role role = Role::Dim; ///< done, warning or bad
    QString line;          ///< text after the mark: "healthy: spread 0.34"
    QString advice;        ///< what it means, and what is known to help
};

/// The words for a state of health, in the user's language. `source`: where the weights come from. A curve that both rises and falls is
/// a symptom only of a network's weights; other rules weigh by more than the loss.
HealthText healthText(const WeightHealth& health, const WeightSource& source);

/// Shows the health of a training's weights by a mark, a word and a number; the tooltip explains it and says what helps.
class HealthLight : public QWidget {
    Q_OBJECT
public:
    explicit HealthLight(QWidget* parent = nullptr);

    void setHealth(const WeightHealth& health, const WeightSource& source);
    QString text() const; ///< "✓ healthy: spread 0.34"

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    void paint(QPainter& painter, const QRectF& target) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    HealthText m_text;
};

} // namespace reweigh
