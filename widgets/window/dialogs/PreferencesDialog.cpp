// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/dialogs/PreferencesDialog.h"

#include "widgets/window/common/AppSettings.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>

namespace reweigh {

PreferencesDialog::PreferencesDialog(QWidget* parent)
    : QDialog(parent)
    , m_scheme(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_device(new QComboBox(this))
{
    setObjectName(QStringLiteral("preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    const AppSettings settings = AppSettings::load();

    m_scheme->setObjectName(QStringLiteral("preferencesScheme"));
    m_scheme->addItem(tr("System"), schemeName(ColourScheme::System));
    m_scheme->addItem(tr("Light"), schemeName(ColourScheme::Light));
    m_scheme->addItem(tr("Dark"), schemeName(ColourScheme::Dark));
    m_scheme->setCurrentIndex(m_scheme->findData(schemeName(settings.scheme)));
    m_language->setObjectName(QStringLiteral("preferencesLanguage"));
    m_language->addItem(tr("System"), QString());
    for (const QString& language : languages)
        m_language->addItem(QLocale(language).nativeLanguageName(), language);
    m_language->setCurrentIndex(m_language->findData(settings.language));
    m_device->setObjectName(QStringLiteral("preferencesDevice"));
    m_device->setEditable(true);
    m_device->addItems({QStringLiteral("auto"), QStringLiteral("cpu"), QStringLiteral("cuda:0")});
    m_device->setCurrentText(settings.device);

    auto* form = new QFormLayout(this);
    form->addRow(tr("&Colours"), m_scheme);
    form->addRow(tr("&Language"), m_language);
    form->addRow(QString(), new QLabel(tr("A new language applies from the next start."), this));
    form->addRow(tr("&Device of new studies"), m_device);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_scheme, &QComboBox::activated, this, &PreferencesDialog::apply);
    connect(m_language, &QComboBox::activated, this, &PreferencesDialog::apply);
    connect(m_device, &QComboBox::editTextChanged, this, &PreferencesDialog::apply);
}

void PreferencesDialog::apply()
{
    AppSettings settings = AppSettings::load();
    settings.scheme = schemeFromName(m_scheme->currentData().toString()).value_or(ColourScheme::System);
    settings.language = m_language->currentData().toString();
    settings.device = m_device->currentText().trimmed();
    settings.save();
    Theme::instance().setScheme(settings.scheme);
}

} // namespace reweigh
