#pragma once

#include "core/codes/gs1.h"
#include "core/codes/gs1_rules.h"
#include "core/codes/scheme.h"

/// What the readers of GS1 strings share.
namespace chayan::codes {

/// Notes a fault unless there is one already: the first is the one told.
void addFault(Gs1Message& message, QStringView reason, QStringView ai, const QString& detail);

/// Adds an element whose AI is in the table, and the fault of its value.
void appendElement(Gs1Message& message, Gs1Element element);

/// The rules over the whole message, once all elements are in.
void finish(Gs1Message& message);

/// The message as a Meaning, without a scheme's name.
Meaning gs1Meaning(const Gs1Message& message, int likelihood);

/// More than limits allow.
bool tooMuch(const Gs1Message& message, QStringView text);

}  // namespace chayan::codes
