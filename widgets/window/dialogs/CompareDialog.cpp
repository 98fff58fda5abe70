// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/dialogs/CompareDialog.h"

#include "core/config/VariantText.h"
#include "widgets/text/ErrorText.h"
#include "widgets/theme/Theme.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace reweigh {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("Variants", text);
}

/// The proposal of the best trial; none if there is no trial, or another program made the study.
std::optional<Proposal> bestOf(const StudySnapshot& study)
{
    const StudyTrial* best = study.best();
    const TrialFacts* facts = best ? best->facts() : nullptr;
    return facts ? std::optional(Proposal{facts->architecture, facts->metaLr}) : std::nullopt;
}

void colour(QLabel& label, Role role)
{
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, Theme::instance().colour(role));
    label.setPalette(palette);
    label.setWordWrap(true);
}

} // namespace

CompareDialog::CompareDialog(OpenStudy& study, QWidget* parent)
    : QDialog(parent)
    , m_study(&study)
    , m_own(new QLineEdit(this))
    , m_wrong(new QLabel(this))
    , m_seeds(new QSpinBox(this))
    , m_cost(new QLabel(this))
{
    setObjectName(QStringLiteral("compareDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare"));
    auto* form = new QFormLayout(this);
    auto* list = new QWidget(this);
    addNamed(*list);
    form->addRow(list);
    m_own->setObjectName(QStringLiteral("compareOwn"));
    m_own->setPlaceholderText(QStringLiteral("mine:searched,meta-lr=3e-4"));
    m_own->setToolTip(tr("Variants of your own, as on the command line: name:key=value,key=value sets what differs from the study, "
                         "name:searched,key=value starts "
                         "from a named one; lists with dashes, hidden=64-64."));
    connect(m_own, &QLineEdit::textChanged, this, &CompareDialog::follow);
    form->addRow(tr("Your &own"), m_own);
    m_wrong->setObjectName(QStringLiteral("compareWrong"));
    colour(*m_wrong, Role::Bad);
    form->addRow(m_wrong);
    m_seeds->setObjectName(QStringLiteral("compareSeeds"));
    m_seeds->setRange(1, 1000);
    m_seeds->setValue(study.config().search.variantSeeds);
    connect(m_seeds, &QSpinBox::valueChanged, this, &CompareDialog::follow);
    form->addRow(tr("&Fresh seeds per variant"), m_seeds);
    m_cost->setObjectName(QStringLiteral("compareCost"));
    m_cost->setWordWrap(true);
    form->addRow(m_cost);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_start = buttons->addButton(tr("Compare"), QDialogButtonBox::AcceptRole);
    m_start->setObjectName(QStringLiteral("compareStart"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &CompareDialog::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    chooseAsBefore();
    if (const QString proposed = study.takeProposedVariant(); !proposed.isEmpty() && !m_own->text().contains(proposed))
        m_own->setText(m_own->text().isEmpty() ? proposed : m_own->text() + QLatin1Char(',') + proposed);
    follow();
}

/// Adds a check box per named variant, with its purpose beside it.
void CompareDialog::addNamed(QWidget& list)
{
    auto* grid = new QGridLayout(&list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    for (const NamedVariant& variant : namedVariants()) {
        auto* box = new QCheckBox(words(variant.title), &list);
        box->setObjectName(QStringLiteral("variant-") + QLatin1String(variant.name));
        box->setChecked(variant.byDefault);
        auto* purpose = new QLabel(words(variant.help), &list);
        colour(*purpose, Role::Dim);
        purpose->setMinimumWidth(Theme::instance().grid(40));
        box->setAccessibleDescription(purpose->text());
        const int row = grid->rowCount();
        grid->addWidget(box, row, 0);
        grid->addWidget(purpose, row, 1);
        connect(box, &QCheckBox::toggled, this, &CompareDialog::follow);
        m_named.emplace_back(variant.name, box);
    }
}

/// If the study has a comparison, selects the same variants again, so that missing runs can be added.
void CompareDialog::chooseAsBefore()
{
    const auto snapshot = m_study->snapshot();
    if (snapshot->variants.empty())
        return;
    for (const auto& [name, box] : m_named)
        box->setChecked(std::ranges::any_of(snapshot->variants, [&](const VariantResult& result) {
            return result.asked == Variant{name, name};
        }));
    QStringList own;
    for (const VariantResult& result : snapshot->variants)
        if (!result.earlier && result.asked.name != result.asked.base)
            own << QString::fromStdString(variantText(result.asked));
    m_own->setText(own.join(QLatin1Char(',')));
}

Result<std::vector<Variant>> CompareDialog::chosen(int& trainings) const
{
    std::vector<Variant> variants;
    for (const auto& [name, box] : m_named)
        if (box->isChecked())
            variants.push_back({.name = name, .base = name});
    if (!m_own->text().trimmed().isEmpty()) {
        const Result<std::vector<Variant>> own = parseVariants(m_own->text().toStdString());
        if (!own)
            return own.error();
        variants.insert(variants.end(), own->begin(), own->end());
    }
    const auto snapshot = m_study->snapshot();
    const std::optional<Proposal> best = bestOf(*snapshot);
    if (!best)
        return Error{ErrorCode::StudyEmpty, snapshot->name, {}, {}};
    // The result of a random search is not known yet; for this check any network other than the searched one is sufficient.
    Proposal random = *best;
    random.metaLr *= 0.5;
    const Result<ResolvedVariants> resolved =
        resolveVariants(variants, {.study = m_study->storedConfig(), .searched = *best, .random = random});
    if (!resolved)
        return resolved.error();
    trainings = int(resolved->list.size()) * m_seeds->value();
    return variants;
}

void CompareDialog::follow()
{
    int trainings = 0;
    const Result<std::vector<Variant>> variants = chosen(trainings);
    const bool nothing = !variants && variants.error().code == ErrorCode::VariantsNone;
    m_start->setEnabled(variants.ok());
    m_wrong->setText(variants || nothing ? QString() : errorText(variants.error()));
    m_wrong->setVisible(!m_wrong->text().isEmpty());
    const QString cost =
        tr("%n training(s); every variant gets the same seeds. Those that are finished already are kept.", nullptr, trainings);
    const bool random = variants && std::ranges::any_of(*variants, needsRandomSearch);
    m_cost->setText(random ? tr("%1 A random search of as many trials comes first.").arg(cost) : cost);
}

void CompareDialog::begin()
{
    int trainings = 0;
    const Result<std::vector<Variant>> variants = m_study ? chosen(trainings) : Result<std::vector<Variant>>(Error{});
    if (variants) {
        ExperimentDocument& document = m_study->document();
        if (const Status set = document.set("variant-seeds", m_seeds->value(), tr("Seeds per variant")); !set)
            m_study->log().problem(errorText(set.error()));
        // Compares the stored study even if the document was changed; the device is the document's.
        ExperimentConfig config = m_study->storedConfig();
        config.search.variantSeeds = m_seeds->value();
        config.training.device = document.config().training.device;
        config.training.threads = document.config().training.threads;
        m_study->runner().compare(config, *variants);
    }
    accept();
}

} // namespace reweigh
