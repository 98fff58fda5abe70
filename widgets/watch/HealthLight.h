// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/WeightHealth.h"
#include "core/experiment/RunKey.h"
#include "widgets/theme/Theme.h"

#include <QObject>
#include <QString>
#include <QWidget>

#include <set>
#include <utility>

namespace reweigh {

class OpenStudy;

/// Says in the log, once a training and symptom, that the weights of a training that goes on here have turned bad. One for each open study.
/// Thread: GUI.
class HealthWatch : public QObject {
    Q_OBJECT
public:
    /// Begins with the first call; ends with the study.
    static void over(OpenStudy& study);

private:
    explicit HealthWatch(OpenStudy& study);
    void look(const RunKey& key);

    OpenStudy& m_study;
    std::set<std::pair<RunKey, WeightSymptom>> m_told;
};


/// A symptom in words.
struct HealthText {
    Role role = Role::Dim; ///< done, warning or bad
    QString line;          ///< "healthy: spread .34", after its mark
    QString advice;        ///< what it means, and the known cure
};

HealthText healthText(const WeightHealth& health);


/// Mark, word and number of a training's health; the tooltip says what it means and what helps.
class HealthLight : public QWidget {
    Q_OBJECT
public:
    explicit HealthLight(QWidget* parent = nullptr);

    void setHealth(const WeightHealth& health);
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
