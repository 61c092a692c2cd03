#include "core/domain/meanings.h"

namespace chayan::domain {

std::vector<codes::Meaning> meaningsOf(const ScannedCode& code) {
    return codes::meaningsOfCode(code.format, code.text, code.bytes, code.symbology);
}

}  // namespace chayan::domain
