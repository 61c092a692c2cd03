#pragma once

#include "core/bundle/bag_source.h"

#include <memory>

namespace chayan::bundle {

/// A bag in a folder. Nothing outside the folder is ever opened: every step of a path is opened below the
/// one before without following links (openat with O_NOFOLLOW), so that swapping a folder for a link between
/// listing and reading gives an error.
class FolderSource : public BagSource {
  public:
    /// Lists the folder, members by their path's bytes; folders without files are passed over. `link`,
    /// `special_file`, `unsafe_path`, `name_collision` and `too_many_members` are refused.
    static Result<std::unique_ptr<FolderSource>> open(const QString& folder);

    /// `size_lie` when the file's size is no longer what was listed.
    Status read(std::size_t member, ReadBuffer& buffer, const Sink& sink) const override;

  private:
    FolderSource(UniqueFd root, std::vector<Member> members);
    UniqueFd m_root;
};

}  // namespace chayan::bundle
