// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/ViewSettings.h"
#include "widgets/trials/QueryCompletion.h"
#include "widgets/trials/TrialQuery.h"

#include <QWidget>

class QCompleter;
class QLabel;
class QLineEdit;
class QMenu;
class QStandardItemModel;
class QTimer;
class QToolButton;

namespace reweigh {

/// The line in which a filter is written, with completion, a menu of kept filters, and below it what is wrong with the line.
/// Keyboard: Ctrl+Space, or Down, shows what can be written at the cursor.
class TrialFilterLine : public QWidget {
    Q_OBJECT
public:
    explicit TrialFilterLine(QWidget* parent = nullptr);

    QString text() const;
    /// Shows another line, without saying so by edited().
    void setText(const QString& text);
    void setFields(std::vector<QueryField> fields) { m_fields = std::move(fields); }
    const std::vector<QueryField>& fields() const { return m_fields; }
    /// What is wrong with the line; it is said when the user has paused for a moment, or at once at Return.
    void setProblem(const std::optional<QueryProblem>& problem);
    void focusText();

Q_SIGNALS:
    /// The user has changed the line.
    void edited(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void complete(bool asked);
    void showChoices();
    void insert(const QString& choice);
    void sayProblem();
    void fillKept();

    QLineEdit* m_text;
    QToolButton* m_keep;
    QMenu *m_kept, *m_forget; ///< the second is a part of the first
    QLabel* m_problem;
    QStandardItemModel* m_choices;
    QCompleter* m_completer;
    QTimer* m_pause; ///< runs while the user writes
    std::vector<QueryField> m_fields;
    QueryCompletion m_completion;
    QString m_wrong;
    bool m_setting = false; ///< the text changes without the user
    ViewOption<QStringList> m_filters;
};

} // namespace reweigh
