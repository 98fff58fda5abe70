// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/dialogs/CompareDialog.h"

#include "core/base/FileIo.h"
#include "core/base/NameList.h"
#include "core/config/VariantText.h"
#include "core/data/readers/LeaveOutList.h"
#include "core/experiment/PreparedData.h"
#include "core/experiment/WorkerChoice.h"
#include "widgets/text/ErrorText.h"
#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace reweigh {

CompareDialog::CompareDialog(OpenStudy& study, QWidget* parent)
    : QDialog(parent)
    , m_study(&study)
    , m_own(new QLineEdit(this))
    , m_wrong(new QLabel(this))
    , m_seeds(new QSpinBox(this))
    , m_oneSeed(new QLabel(tr("%1 One seed decides nothing: no difference has an interval.").arg(markOf(Role::Warning)), this))
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
    m_wrong->setWordWrap(true);
    keepInk(*m_wrong, Role::Bad);
    form->addRow(m_wrong);
    m_seeds->setObjectName(QStringLiteral("compareSeeds"));
    m_seeds->setRange(1, 1000);
    m_seeds->setValue(study.config().search.variantSeeds);
    connect(m_seeds, &QSpinBox::valueChanged, this, &CompareDialog::follow);
    form->addRow(tr("&Fresh seeds per variant"), m_seeds);
    m_oneSeed->setObjectName(QStringLiteral("compareOneSeed"));
    m_oneSeed->setWordWrap(true);
    keepInk(*m_oneSeed, Role::Warning);
    form->addRow(m_oneSeed);
    m_cost->setObjectName(QStringLiteral("compareCost"));
    m_cost->setWordWrap(true);
    form->addRow(m_cost);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_start = buttons->addButton(tr("Compare"), QDialogButtonBox::AcceptRole);
    m_start->setObjectName(QStringLiteral("compareStart"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &CompareDialog::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&study, &QObject::destroyed, this, &QDialog::reject);
    connect(&study, &OpenStudy::snapshotChanged, this, &CompareDialog::follow); // runs that end meanwhile are counted
    connect(&study, &OpenStudy::configChanged, this, &CompareDialog::follow);   // its threads and its device
    connect(&study, &OpenStudy::previewChanged, this, &CompareDialog::follow);  // the images that a list may name
    connect(&study.document(), &ExperimentDocument::refusedChanged, this, &CompareDialog::follow);
    chooseAsBefore();
    m_proposed = study.takeProposedVariant();
    if (const QString& proposed = m_proposed.text; !proposed.isEmpty() && !m_own->text().contains(proposed))
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
        auto* box = new QCheckBox(variantWords(variant.title), &list);
        box->setObjectName(QStringLiteral("variant-") + QLatin1String(variant.name));
        box->setChecked(variant.byDefault);
        auto* purpose = new QLabel(variantWords(variant.help), &list);
        purpose->setWordWrap(true);
        keepInk(*purpose, Role::Dim);
        // A dialog is no higher at first than labels of one line need.
        const int width = Theme::instance().grid(60);
        purpose->setMinimumWidth(width);
        purpose->ensurePolished();
        purpose->setMinimumHeight(purpose->heightForWidth(width));
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

Result<ComparisonSize> CompareDialog::chosen(std::vector<Variant>& variants) const
{
    for (const auto& [name, box] : m_named)
        if (box->isChecked())
            variants.push_back({.name = name, .base = name});
    if (!m_own->text().trimmed().isEmpty()) {
        const Result<std::vector<Variant>> own = parseVariants(m_own->text().toStdString());
        if (!own)
            return own.error();
        variants.insert(variants.end(), own->begin(), own->end());
    }
    Result<ComparisonSize> size = comparisonSize(*m_study->snapshot(), m_study->storedConfig(), variants, m_seeds->value());
    if (size)
        for (const DataOptions& data : size->ownLists)
            if (const Status list = checkList(data); !list)
                return list.error();
    return size;
}

Status CompareDialog::checkList(const DataOptions& data) const
{
    if (std::filesystem::path(data.leaveOut) == m_proposed.file) // which is written when the comparison begins
        return {};
    if (const auto preview = m_study->preview(); preview && preview->data.source && sameSource(preview->options, data)) {
        const auto list = readLeaveOutList(data.leaveOut, *preview->data.source);
        return list ? Status() : Status(list.error());
    }
    const Result<std::string> text = readFile(data.leaveOut);
    return text ? Status() : Status(text.error());
}

/// A list may have been mended in another window.
void CompareDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && m_study && m_start && isActiveWindow())
        follow();
}

void CompareDialog::follow()
{
    std::vector<Variant> variants;
    const Result<ComparisonSize> size = chosen(variants);
    const bool nothing = !size && size.error().code == ErrorCode::VariantsNone;
    const Error* refused = m_study->document().refused(); // what is set, the device say, is not what is shown
    m_start->setEnabled(size.ok() && !refused);
    m_start->setToolTip(refused ? errorText(*refused) : QString());
    m_oneSeed->setVisible(m_seeds->value() == 1);
    m_wrong->setText(refused ? errorText(*refused) : size || nothing ? QString() : errorText(size.error()));
    m_wrong->setVisible(!m_wrong->text().isEmpty());
    m_cost->setText(size ? costText(*size) : QString());
}

QString CompareDialog::costText(const ComparisonSize& size) const
{
    const QString trainings =
        tr("%n training(s); every variant gets the same seeds. Those that are finished already are kept.", nullptr, size.trainings);
    QStringList said = {size.searches ? tr("%1 A random search of as many trials comes first.").arg(trainings) : trainings};
    if (size.done > 0)
        said << tr("Already finished: %1.").arg(QLocale().toString(size.done));
    for (const auto& [name, keys] : size.anew)
        said << (keys.empty()
                     ? tr("%1 is trained anew: another version of the program made its runs.").arg(QString::fromStdString(name))
                     : tr("%1 is trained anew. What differs: %2.").arg(QString::fromStdString(name), QString::fromStdString(listed(keys))));
    if (size.done > 0 || !size.anew.empty())
        said << tr("To be trained: %1.").arg(QLocale().toString(size.trainings - size.done));
    const int workers = usualComparisonWorkers(m_study->config().training, m_study->snapshot()->comparisonThreads);
    if (const auto seconds = size.secondsLeft(workers); seconds && *seconds > 0.0)
        said << tr("What is left takes %1, %2 at once, if each takes as long as this study's trainings took.")
                    .arg(aboutTime(*seconds), QLocale().toString(workers));
    return said.join(QLatin1Char(' '));
}

/// Writes the file that the proposed variant names, if the variant was left in. Whether there is nothing in the way.
bool CompareDialog::writeProposed()
{
    const QString file = QString::fromStdString(m_proposed.file.string());
    if (file.isEmpty() || !m_own->text().contains(file))
        return true;
    const Status written = writeFileAtomic(m_proposed.file, m_proposed.content);
    if (written)
        m_study->tell({.text = tr("Written: %1").arg(file), .topic = "marks-file"});
    else
        m_wrong->setText(errorText(written.error()));
    m_wrong->setVisible(!written.ok());
    return written.ok();
}

void CompareDialog::begin()
{
    if (m_study) {
        std::vector<Variant> variants;
        if (m_study->document().refused() || !chosen(variants)) // it changed meanwhile, as a list that is gone
            return follow();
        if (!writeProposed())
            return;
        ExperimentDocument& document = m_study->document();
        if (const Status set = document.set("variant-seeds", m_seeds->value(), tr("Seeds per variant")); !set)
            m_study->tell({.severity = Severity::Problem, .text = errorText(set.error())});
        // Compares the stored study even if the document was changed; the device is the document's.
        ExperimentConfig config = m_study->storedConfig();
        config.search.variantSeeds = m_seeds->value();
        config.training.device = document.config().training.device;
        config.training.threads = document.config().training.threads;
        m_study->runner().compare(config, variants);
    }
    accept();
}

} // namespace reweigh
