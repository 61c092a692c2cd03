#pragma once

namespace chayan::eye {

/// Serves requests from `socket` until the pool closes it: a child for each picture, so that one picture
/// cannot change how the next is read. The process must have one thread and have dropped its rights.
void serve(int socket);

}  // namespace chayan::eye
