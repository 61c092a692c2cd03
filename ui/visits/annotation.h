#pragma once

#include <QImage>
#include <QPainter>
#include <QPointF>
#include <QString>

#include <vector>

namespace chayan::ui {

/// Something drawn over a picture; in pixels of the picture it is drawn over.
struct Annotation {
    enum class Kind { Arrow, Box, Text, Blur };
    Kind kind = Kind::Arrow;
    QPointF from;
    QPointF to;    ///< the arrow's tip, the other corner; of a text nothing
    QString text;  ///< of a text
};

/// The picture with everything drawn. What is blurred cannot be made out again: nothing of it but the mean
/// colours of a few large fields is left. Any thread.
QImage annotated(const QImage& picture, const std::vector<Annotation>& annotations);

/// One annotation, for the screen and for annotated(). `pixels` is the longer side of the picture, by which
/// lines and letters are measured.
void drawAnnotation(QPainter& painter, const Annotation& annotation, int pixels);

/// How it was made, as the derived picture's entry says: canonical JSON with what was drawn where. A text's
/// words are left out: they stand in the picture, and an entry can never be taken back.
QString recipeOf(const std::vector<Annotation>& annotations, QSize picture);

/// A recipe in words: "2 arrows, 1 area made unrecognisable"; of another program's recipe itself.
QString wordsOfRecipe(const QString& recipe);

}  // namespace chayan::ui
