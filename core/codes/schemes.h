#pragma once

#include "core/codes/scheme.h"

/// The judging function of every scheme; each stands in the file of its family and in one row of
/// registry.cpp.
namespace chayan::codes {

Meaning judgeEan13(const Given&);
Meaning judgeEan8(const Given&);
Meaning judgeUpcA(const Given&);
Meaning judgeItf14(const Given&);
Meaning judgeSscc18(const Given&);
Meaning judgeGs1Ai(const Given&);
Meaning judgeGs1Scan(const Given&);
Meaning judgeGs1Dl(const Given&);
Meaning judgeS10(const Given&);
Meaning judgeUscc(const Given&);
Meaning judgeUsccOrg(const Given&);
Meaning judgeOrgCode(const Given&);
Meaning judgeRegNo15(const Given&);
Meaning judgeIdCard18(const Given&);
Meaning judgeFoodSc(const Given&);
Meaning judgeFoodJy(const Given&);
Meaning judgeDrugTrace20(const Given&);
Meaning judgeDrugApproval(const Given&);
Meaning judgeMdReg(const Given&);
Meaning judgeMdFiling(const Given&);
Meaning judgeCosmLicence(const Given&);
Meaning judgeCosmFiling(const Given&);
Meaning judgeCosmSpecial(const Given&);
Meaning judgeCcc16(const Given&);
Meaning judgePesticideReg(const Given&);
Meaning judgePesticideUnit32(const Given&);
Meaning judgeVetDrug(const Given&);
Meaning judgeTrademark(const Given&);
Meaning judgeIprCustoms(const Given&);
Meaning judgeHs(const Given&);
Meaning judgePatent(const Given&);
Meaning judgeIsbn(const Given&);
Meaning judgeIssn(const Given&);
Meaning judgePubCn(const Given&);
Meaning judgeGameApproval(const Given&);
Meaning judgeImei(const Given&);
Meaning judgeMac(const Given&);
Meaning judgeVin(const Given&);
Meaning judgeGbt2260Sc(const Given&);
Meaning judgeWaybillSf(const Given&);
Meaning judgeWaybillYto(const Given&);
Meaning judgeWaybillZto(const Given&);
Meaning judgeWaybillSto(const Given&);
Meaning judgeWaybillYunda(const Given&);
Meaning judgeWaybillJd(const Given&);
Meaning judgeWaybillJt(const Given&);
Meaning judgeWaybillCnPost(const Given&);

}  // namespace chayan::codes
