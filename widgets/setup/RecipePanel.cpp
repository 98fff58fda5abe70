// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/RecipePanel.h"

#include "core/config/Presets.h"
#include "widgets/forms/FieldText.h"
#include "widgets/setup/BrokenImages.h"
#include "widgets/setup/DataGetter.h"
#include "widgets/setup/RecipeWords.h"
#include "widgets/text/DataText.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <initializer_list>

namespace reweigh {

RecipePanel::RecipePanel(Workbench& bench, QWidget* parent)
    : FormPanel(QStringLiteral("recipe"), tr("Recipe"), bench, parent)
    , m_fingerprint(new QToolButton(this))
    , m_set(new QLabel(this))
    , m_getter(new DataGetter(this))
    , m_broken(new QPushButton(this))
    , m_changes(new QLabel(this))
    , m_fewTrain(new QLabel(this))
    , m_presets(new QLabel(tr("Presets"), this))
{
    m_fingerprint->setObjectName(QStringLiteral("fingerprint"));
    m_fingerprint->setAutoRaise(true);
    m_fingerprint->setFocusPolicy(Qt::StrongFocus);
    m_fingerprint->setToolTip(
        tr("Fingerprint of the prepared data: the same code means the same images and labels on any machine. A click copies it."));
    connect(m_fingerprint, &QToolButton::clicked, this, &RecipePanel::copyFingerprint);
    addTitleWidget(m_fingerprint);

    m_set->setObjectName(QStringLiteral("set-size"));
    m_set->setWordWrap(true);
    form().add("dataset");
    form().add("data-dir"); // above all that comes and goes with what is read, which would move it while a path is typed
    form().addWide(m_set);
    m_broken->setObjectName(QStringLiteral("broken-images"));
    m_broken->setToolTip(tr("Shows which, with the reason of each"));
    m_broken->hide();
    connect(m_broken, &QPushButton::clicked, this, &RecipePanel::openBroken);
    form().addWide(m_broken);
    form().addWide(m_getter);
    connect(m_getter, &DataGetter::fetched, this, [this] {
        for (const auto& open : this->bench().studies()) // another one than that in view may have waited for it
            open->retryPreview();
        scheduleRefresh();
    });
    connect(m_getter, &DataGetter::folderChosen, this, &RecipePanel::pointTo);
    m_changes->setObjectName(QStringLiteral("data-changes"));
    m_changes->setWordWrap(true);
    form().addWide(m_changes);
    m_fewTrain->setObjectName(QStringLiteral("few-train"));
    m_fewTrain->setWordWrap(true);
    m_fewTrain->hide();
    keepInk(*m_fewTrain, Role::Warning);
    form().addWide(m_fewTrain);
    for (const char* key : {"image-size", "exif-orientation", "skip-broken", "clean", "noise-type"}) // what a kind of noise needs follows
        form().add(key);
    form().addGroup(FieldGroup::Data);
    form().setShown("data-dir", false);
    showFolder(false);
    showLabelFile(false);
    addPresets();
}

void RecipePanel::addPresets()
{
    column().addStretch();
    column().addWidget(m_presets);
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(Theme::instance().grid(0.5));
    for (const PresetRow& row : presetRows())
        addPreset(QString::fromStdString(row.name), QCoreApplication::translate(tableContext, row.title),
                  QCoreApplication::translate(tableContext, row.help), *buttons);
    column().addLayout(buttons);
}

void RecipePanel::addPreset(const QString& name, const QString& text, const QString& tip, QLayout& into)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QStringLiteral("preset-") + name);
    button->setToolTip(tip);
    button->setAccessibleName(tr("Preset: %1").arg(text));
    button->setAccessibleDescription(tip);
    into.addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, name, text] {
        ExperimentConfig config = study().config();
        if (applyPreset(config, name.toStdString()))
            study().document().setConfig(config, tr("Preset %1").arg(text));
    });
}

void RecipePanel::attach(OpenStudy& study)
{
    FormPanel::attach(study);
    delete m_brokenList.data(); // it was another study's
    connect(&study, &OpenStudy::previewChanged, this, &RecipePanel::scheduleRefresh);
    const auto follow = [this, &study] { m_fingerprint->setVisible(!study.isOthers()); };
    connect(&study, &OpenStudy::snapshotChanged, this, follow);
    follow();
}

void RecipePanel::pointTo(const QString& folder)
{
    change("data-dir", folder.toStdString());
}

/// Changes a setting as one step of undo.
void RecipePanel::change(const char* key, const nlohmann::json& value)
{
    if (const Status set = study().document().set(key, value, tr("Change %1").arg(fieldLabel(key))); !set)
        study().tell({.severity = Severity::Problem, .text = fieldErrorText(set.error(), study().config())});
}

void RecipePanel::showFolder(bool shown)
{
    for (const char* key : {"image-size", "exif-orientation", "skip-broken", "clean"})
        form().setShown(key, shown);
}

void RecipePanel::showLabelFile(bool shown)
{
    for (const char* key : {"labels", "label-column", "true-label-column"})
        form().setShown(key, shown);
}

void RecipePanel::refresh()
{
    FormPanel::refresh();
    const DataOptions& options = study().config().data;
    const auto preview = study().preview();
    const bool missing = preview && preview->error && !preview->data.source;
    form().setShown("data-dir", options.dataset == "folder" || !options.dataDir.empty() || (missing && options.dataset != "synthetic"));
    showFolder(options.dataset == "folder");
    showLabelFile(options.noiseType == NoiseType::File);

    if (!m_complained.empty())
        form().setComplaint(m_complained, {});
    m_complained.clear();
    m_getter->follow(preview.get());
    if (preview && preview->error && !DataGetter::isWanted(preview.get())) {
        m_complained = fieldOf(*preview->error, preview->options);
        form().setComplaint(m_complained, fieldErrorText(*preview->error, study().config()));
    }
    showSet(preview.get());
    showBroken(preview.get());
}

void RecipePanel::showSet(const RecipePreview* preview)
{
    const DataSource* source = preview ? preview->data.source.get() : nullptr;
    const QLocale locale;
    if (source) {
        const QString size =
            tr("%1 train, %2 test, %3 classes, %4 × %5")
                .arg(locale.toString(qint64(source->train.size())), locale.toString(qint64(source->test.size())),
                     locale.toString(source->classes()), locale.toString(source->train.width), locale.toString(source->train.height));
        const QString facts = folderFactsText(source->folder, locale);
        const QString note = source->note.empty() ? facts : QString::fromStdString(source->note);
        m_set->setText(note.isEmpty() ? size : tr("%1 (%2)").arg(size, note));
    } else {
        m_set->setText(preview ? QString() : tr("Reading the data set…"));
    }
    m_set->setVisible(!m_set->text().isEmpty());
    const bool carriedOut = preview && preview->data.plan;
    m_changes->setText(carriedOut ? dataChangesText(preview->data.plan->changes, locale) : QString());
    m_changes->setVisible(carriedOut);
    const QString few = carriedOut ? withLabels(fewTrainText(*preview->data.plan, source->classNames, locale)) : QString();
    m_fewTrain->setText(few.isEmpty() ? few : QStringLiteral("%1 %2").arg(markOf(Role::Warning), few));
    m_fewTrain->setVisible(!few.isEmpty());
    const QString code = preview && preview->data.plan ? QString::fromStdString(preview->data.plan->fingerprintCode) : QStringLiteral("–");
    m_fingerprint->setText(tr("fingerprint %1").arg(code));
    m_fingerprint->setEnabled(preview && preview->data.plan);
    m_fingerprint->setProperty("code", code);
    m_fingerprint->setAccessibleName(tr("Copy the recipe's fingerprint %1").arg(code));
}

void RecipePanel::showBroken(const RecipePreview* preview)
{
    const std::size_t count = preview ? preview->unreadable.size() : 0;
    m_broken->setText(tr("Images that cannot be read: %1…").arg(QLocale().toString(qulonglong(count))));
    m_broken->setVisible(count > 0);
    if (!m_brokenList || !preview) // while the folder is read for the first time, the list stays
        return;
    count > 0 ? m_brokenList->setImages(*preview) : void(m_brokenList->close());
}

void RecipePanel::openBroken()
{
    const auto preview = study().preview();
    if (!preview || preview->unreadable.empty())
        return;
    if (!m_brokenList) {
        m_brokenList = new BrokenImages(window());
        connect(m_brokenList, &BrokenImages::skipWanted, this, [this] { change("skip-broken", true); });
    }
    m_brokenList->setImages(*preview);
    m_brokenList->show();
    m_brokenList->raise();
    m_brokenList->activateWindow();
}

void RecipePanel::copyFingerprint()
{
    QApplication::clipboard()->setText(m_fingerprint->property("code").toString());
    QToolTip::showText(m_fingerprint->mapToGlobal(QPoint(0, m_fingerprint->height())), tr("Copied"), m_fingerprint);
}

void RecipePanel::retheme()
{
    for (QWidget* widget : std::initializer_list<QWidget*>{m_set, m_changes, m_presets, m_fingerprint}) {
        setInk(*widget, Role::Dim);
        widget->setFont(Theme::instance().scopeFont());
    }
    m_fewTrain->setFont(Theme::instance().scopeFont());
}

} // namespace reweigh
