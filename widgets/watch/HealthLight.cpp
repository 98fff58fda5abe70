// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/HealthLight.h"

#include "core/config/MetaNetSpec.h"
#include "widgets/state/OpenStudy.h"
#include "widgets/text/FigureText.h"
#include "widgets/watch/TrialWeights.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <string>
#include <vector>

namespace reweigh {

void HealthWatch::over(OpenStudy& study)
{
    if (!study.findChild<HealthWatch*>(QString(), Qt::FindDirectChildrenOnly))
        new HealthWatch(study);
}

HealthWatch::HealthWatch(OpenStudy& study)
    : QObject(&study)
    , m_study(study)
{
    connect(&study, &OpenStudy::epochsChanged, this, &HealthWatch::look);
}

void HealthWatch::look(const RunKey& key)
{
    const std::vector<RunKey> here = m_study.running();
    if (key.trial < 0 || std::ranges::find(here, key) == here.end())
        return;
    const auto trained = m_study.runEpochs(key);
    if (!trained || trained->epochs.empty())
        return;
    const WeightHealth health = weightHealth(trained->epochs);
    const HealthText text = healthText(health, trialWeightSource(m_study, key.trial));
    const bool bad = text.role == Role::Warning || text.role == Role::Bad;
    if (bad && m_told.emplace(key, health.symptom).second)
        m_study.tell({.severity = Severity::Warning,
                      .text = tr("Weights of trial #%1 after epoch %2: %3. %4")
                                  .arg(QLocale().toString(qlonglong(key.trial)), QLocale().toString(trained->epochs.back().epoch),
                                       text.line, text.advice),
                      .trial = key.trial});
}

namespace {

struct HealthWords {
    Q_DECLARE_TR_FUNCTIONS(HealthText)

public:
    static HealthText of(const WeightHealth& health, const WeightSource& source)
    {
        const bool network = source.weighting.empty() || hasNetwork(source); // a trial's weights come from a network
        switch (health.symptom) {
        case WeightSymptom::Healthy: return healthy(health);
        case WeightSymptom::Collapsed:
            return {Role::Bad,
                    tr("collapsed: %1 % below %2").arg(QLocale().toString(100.0 * health.shareBelow, 'f', 0), number(1.0 / weightBins)),
                    advice(tr("Nearly every sample has a weight of 0, so the classifier hardly learns."), network,
                           source.metaNet.normalised ? tr("Lower the meta learning rate.")
                                                     : tr("Lower the meta learning rate, or normalise the weights over the batch."))};
        case WeightSymptom::Flat:
            return {Role::Warning, tr("flat: spread %1").arg(shownFigure(health.spread, 3)),
                    advice(tr("All samples count equally, as in plain training."), network,
                           tr("Raise the meta learning rate, train longer, or give the network that weighs an input that distinguishes "
                              "samples."))};
        case WeightSymptom::UpsideDown: return upsideDown(health, source, network);
        case WeightSymptom::NonMonotone:
            if (!network)
                return healthy(health);
            return {Role::Warning, tr("not monotone: ρ %1").arg(number(health.correlation)), bent(health.shape)};
        case WeightSymptom::VanishingMetaGradient:
            return {Role::Warning, tr("meta gradient vanishes: %1").arg(QLocale().toString(health.metaGradientNorm, 'e', 1)),
                    network ? tr("The network that weighs no longer learns: the meta set is fitted, or its sigmoid is saturated. Take a "
                                 "larger meta set, or a lower meta learning rate from the start.")
                            : tr("The weights hardly follow the meta set any more, because it is fitted. Take a larger meta set.")};
        case WeightSymptom::NoWeights: break;
        }
        return {Role::Dim, tr("no weights"), tr("This training weighs no sample: all count equally.")};
    }

private:
    static QString number(double value) { return decimals(value, 2); }

    /// What it means, and for a network what helps.
    static QString advice(const QString& meaning, bool network, const QString& help)
    {
        return network ? QStringLiteral("%1 %2").arg(meaning, help) : meaning;
    }

    /// What a curve with a turn does, and whether that may be meant.
    static QString bent(WeightShape shape)
    {
        const QString rho = tr("ρ is the rank correlation of loss and weight.");
        const QString help = tr("If it is not, use fewer nodes or a larger meta set.");
        switch (shape) {
        case WeightShape::FallsThenRises:
            return QStringLiteral("%1 %2 %3 %4").arg(shapeText(shape), rho, tr("That may be meant where hard samples help."), help);
        case WeightShape::RisesThenFalls:
            return QStringLiteral("%1 %2 %3 %4")
                .arg(shapeText(shape), rho, tr("That may be meant where the hardest samples have wrong labels."), help);
        default: break;
        }
        return QStringLiteral("%1 %2 %3").arg(shapeText(shape), rho, tr("Fewer nodes or a larger meta set make the curve smoother."));
    }

    /// How the weight goes with the loss.
    static QString shapeText(WeightShape shape)
    {
        switch (shape) {
        case WeightShape::Level: return tr("They hardly change with the loss.");
        case WeightShape::Rises: return tr("They rise with the loss: hard samples count more.");
        case WeightShape::Falls: return tr("They fall with the loss: hard samples count less.");
        case WeightShape::RisesThenFalls:
            return tr("With the loss the weight first rises, then falls: samples between easy and hard count most.");
        case WeightShape::FallsThenRises:
            return tr("With the loss the weight first falls, then rises: samples between easy and hard count least.");
        case WeightShape::TurnsOften: break;
        }
        return tr("With the loss the weight rises and falls more than once.");
    }

    /// Weights without a fault are healthy only where they are seen to separate wrong labels.
    static HealthText healthy(const WeightHealth& health)
    {
        const QString meaning = QStringLiteral("%1 %2").arg(tr("Weights differ between samples: standard deviation %1 around a mean of %2.")
                                                                .arg(number(health.spread), number(health.meanWeight)),
                                                            shapeText(health.shape));
        if (health.effect == WeightEffect::Separates)
            return {Role::Done, tr("healthy: spread %1").arg(number(health.spread)), meaning};
        return {Role::Dim, tr("spread %1").arg(number(health.spread)),
                QStringLiteral("%1 %2").arg(
                    meaning, health.effect == WeightEffect::Weak
                                 ? tr("That they tell wrong labels from right ones is not shown: AUROC %1.").arg(number(health.auroc))
                                 : tr("Whether that is of use is not known: no label is known to be wrong."))};
    }

    static HealthText upsideDown(const WeightHealth& health, const WeightSource& source, bool network)
    {
        const QString meaning = source.ownLabels
                                    ? tr("Samples whose labels were changed weigh more than others. 1 − weight finds them with AUROC %1; "
                                         "0.5 is chance.")
                                    : tr("Samples with wrong labels weigh more than others. 1 − weight finds them with AUROC %1; 0.5 is "
                                         "chance.");
        return {Role::Warning, tr("upside down: AUROC %1").arg(number(health.auroc)),
                advice(meaning.arg(number(health.auroc)), network && !source.weighting.empty(), otherInput(source.metaNet))};
    }

    /// What would tell wrong labels from rare classes, and whether the network already has it.
    static QString otherInput(const MetaNetSpec& network)
    {
        const std::vector<std::string> parts = partsOfInput(inputName(network));
        const auto sees = [&parts](const std::string& part) { return std::ranges::find(parts, part) != parts.end(); };
        return sees("loss") && sees("label")
                   ? tr("A high loss is a sign of a rare class as well as of a wrong label. The network sees the label beside the loss, "
                        "which can tell the two apart, but it has not learned to do so.")
                   : tr("A high loss is a sign of a rare class as well as of a wrong label. The loss together with the label can tell "
                        "the two apart.");
    }
};

} // namespace

HealthText healthText(const WeightHealth& health, const WeightSource& source)
{
    return HealthWords::of(health, source);
}

HealthLight::HealthLight(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("healthLight"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setHealth({}, {});
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void HealthLight::setHealth(const WeightHealth& health, const WeightSource& source)
{
    m_text = healthText(health, source);
    setToolTip(m_text.advice);
    setAccessibleName(tr("Health of the weights: %1").arg(text()));
    setAccessibleDescription(m_text.advice);
    updateGeometry();
    update();
}

QString HealthLight::text() const
{
    const QString mark = markOf(m_text.role);
    return mark.isEmpty() ? m_text.line : QStringLiteral("%1 %2").arg(mark, m_text.line);
}

QSize HealthLight::sizeHint() const
{
    const Theme& theme = Theme::instance();
    const QFontMetrics metrics(theme.scopeFont());
    return {metrics.horizontalAdvance(text()) + theme.grid(2), metrics.height() + theme.grid(0.75)};
}

void HealthLight::paint(QPainter& painter, const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Role::Grid));
    painter.drawRoundedRect(target, theme.grid(0.5), theme.grid(0.5));
    painter.setFont(theme.scopeFont());
    const QString mark = markOf(m_text.role);
    QRectF place = target.adjusted(theme.grid(), 0, -theme.grid(), 0);
    if (!mark.isEmpty()) {
        painter.setPen(theme.colour(m_text.role));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, mark);
        place.setLeft(place.left() + QFontMetricsF(theme.scopeFont()).horizontalAdvance(mark + QLatin1Char(' ')));
    }
    painter.setPen(theme.colour(Role::Text));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, m_text.line);
    painter.restore();
}

void HealthLight::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::instance().colour(Role::Selection), 1.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::instance().grid(0.5), Theme::instance().grid(0.5));
    }
}

} // namespace reweigh
