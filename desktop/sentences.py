"""The wording of every failure, by error code: what happened and its meaning, then advice."""

from typing import Final

from desktop.domain.applicant import FIELD_LABELS

TEXT_UNEXPECTED: Final = "程序遇到没有预料到的情况，操作没有完成。项目里已保存的内容不受影响。"
ADVICE_UNEXPECTED: Final = "请重试一次；再次出现时，保存故障报告并联系维护人员。"

_NOTHING_ATTACHED: Final = "没有添加，项目内容不变。"
_OLD_FILE_KEPT: Final = "没有写出新文件，原有文件不变，项目不受影响。"

_DOMAIN: Final = {
    "domain.unknown_criterion": (
        "评分标准里没有条目 {criterion_id}，没有做任何改动。",
        "请核对条目编号，例如 4.1.2。",
    ),
    "domain.unknown_evidence": (
        "项目里没有编号为 {evidence_id} 的证据，没有做任何改动。",
        "请在证据库里核对编号，例如 E-0007。",
    ),
    "domain.state_not_settable": (
        "条目 {criterion_id} 的“未到期”由考核年度和日期自动判定，不能手工设定，没有做任何改动。",
        "请选未开始、准备中、材料齐、已核对或不申报。",
    ),
    "domain.unknown_state": (
        "没有“{word}”这种状态，没有做任何改动。",
        "请用未开始、准备中、材料齐、已核对或不申报。",
    ),
    "domain.profile": (
        "单位信息“{field_name}”{reason}。没有保存，原有内容不变。",
        "请改正后再试。",
    ),
    "domain.year": ("考核年度 {year} 不在可用范围内，没有新建项目。", "请填四位年份，例如 2026。"),
    "domain.gate_unanswered": (
        "出具文书前还需要回答或填写：{fields}。没有生成文书。",
        "问题是：{questions}。命令行用 --set 字段=值 逐项给出。",
    ),
    "domain.gate_refused": ("按所答情况不能出具这份文书，没有生成。", "{refusal}"),
    "domain.unknown_field": (
        "这份文书没有名为“{field_name}”的字段，没有生成文书。",
        "可用的字段：{known}。",
    ),
    "domain.field_value": (
        "字段“{field_name}”的值不能用，没有生成文书。",
        "这里要填{expected}；日期写成 2026-03-05 或 2026年3月5日。",
    ),
    "domain.undertaking_period": (
        "承诺期间{reason}，没有生成文书。",
        "请核对期间起、期间止和签署日期。",
    ),
}

_SERVICES: Final = {
    "services.cancelled": ("已取消，没有留下做了一半的内容。", "需要时可重新开始。"),
    "services.read_only": ("项目以只读方式打开，改动没有保存。", "请在能写入的位置重新打开项目。"),
    "services.source_missing": (
        "找不到文件“{file_name}”，" + _NOTHING_ATTACHED,
        "文件可能已被移动或改名，请重新选择。",
    ),
    "services.source_not_file": (
        "“{file_name}”不是文件，" + _NOTHING_ATTACHED,
        "请选择具体文件；文件夹请打开后选里面的文件。",
    ),
    "services.source_empty": (
        "文件“{file_name}”没有内容（0 字节），" + _NOTHING_ATTACHED,
        "请检查文件是否复制完整，再重新添加。",
    ),
    "services.source_unreadable": (
        "文件“{file_name}”读不出来，可能正被其他程序占用或没有读取权限。" + _NOTHING_ATTACHED,
        "请在 Excel、WPS 等程序中关闭该文件，或检查权限后重试。",
    ),
    "services.source_changed": (
        "文件“{file_name}”在读取时被改动，" + _NOTHING_ATTACHED,
        "请等文件保存或复制完成后重新添加。",
    ),
    "services.source_is_project": (
        "“{file_name}”是秘评项目文件，不能当作证据，" + _NOTHING_ATTACHED,
        "请选择证明材料本身。",
    ),
    "services.output_folder_missing": (
        "要写入的文件夹不存在，" + _OLD_FILE_KEPT,
        "请先建好文件夹，或换个位置。",
    ),
    "services.output_refused": (
        "无法写入：位置只读、没有权限，或文件正被其他程序打开。" + _OLD_FILE_KEPT,
        "请关闭正在打开该文件的程序，或换个位置。",
    ),
    "services.output_disk_full": (
        "磁盘空间不足，" + _OLD_FILE_KEPT,
        "请清理磁盘或换个位置后重试。",
    ),
    "services.output_protected": (
        "目标是项目文件、文件夹或设备，为防止覆盖，" + _OLD_FILE_KEPT,
        "请换个文件名，例如 申报包.pdf。",
    ),
    "services.output_name": (
        "文件名太长或含有系统不允许的字符，" + _OLD_FILE_KEPT,
        "请换个短一些的文件名。",
    ),
    "services.undecided_evidence": (
        "以下证据的提交级别未定，没有生成申报包：{evidence}。项目内容不变。",
        "请为它们选定可提交、脱敏后提交或内部，再生成。",
    ),
    "services.blocking_findings": (
        "预检有错误，没有生成申报包：{findings}",
        "请按预检清单处理错误后再生成；项目内容不变。",
    ),
    "services.package_unsound": (
        "刚生成的申报包没有通过自身验证（{problems}），已删除。项目和原有文件不受影响。",
        "请重新生成；再次出现时请保存故障报告。",
    ),
    "services.company_file": (
        "单位信息文件读不出来，或不是 UTF-8 编码的 JSON 对象，没有新建或改动项目。",
        "请对照说明里的字段检查该文件。",
    ),
    "services.unknown_rubric": (
        "程序里没有编号为“{rubric_id}”的评分标准，没有做任何改动。",
        "用 miping rubric list 查看可用的评分标准。",
    ),
    "services.no_assessment": (
        "项目文件能打开，但里面没有自评内容，文件没有改动。",
        "请确认选对了文件。",
    ),
    "services.unknown_level": (
        "没有“{word}”这种提交级别，没有做任何改动。",
        "请用可提交、脱敏后提交或内部。",
    ),
    "services.no_such_link": (
        "证据 {evidence_id} 没有关联到条目 {criterion_id}，没有做任何改动。",
        "请核对证据编号和条目编号。",
    ),
    "services.no_undertaking": (
        "这套评分标准没有编号为 {kind} 的文书。",
        "请选 A、B 或 A2。",
    ),
    "services.preview_unavailable": (
        "这份文件不能在这里预览：{reason}。文件本身不受影响。",
        "可取出原文件，用其他程序查看。",
    ),
    "services.package_missing": ("找不到要验证的文件。", "请核对文件位置和名称。"),
    "services.package_unreadable": (
        "要验证的文件读不出来：可能是文件夹、正被占用或没有权限。文件没有改动。",
        "请关闭正在打开它的程序，或检查权限后重试。",
    ),
}

_CLI: Final = {
    "cli.password_missing": (
        "没有给出项目密码，没有打开或新建任何文件。",
        "用 --password-file 指定密码文件，或设置环境变量 MIPING_PASSWORD，或在终端里输入。",
    ),
    "cli.password_file": (
        "密码文件读不出来，没有打开或新建任何文件。",
        "请检查文件位置；第一行应是 UTF-8 编码的密码。",
    ),
    "cli.rubric_file": (
        "评分标准文件读不出来：名称太长，或没有权限。没有做任何改动。",
        "请核对文件位置和名称。",
    ),
    "cli.output_stream": (
        "结果没能写完：输出所到的磁盘已满，或设备不能写。项目里已完成的改动仍然有效。",
        "请清理磁盘或换个位置，再查看结果。",
    ),
    "cli.assignment": (
        "“{text}”不是 字段=值 的形式，没有生成文书。",
        "例如 --set 自查日期=2026-11-10。",
    ),
}

_SIGNING: Final = {
    "signing.not_a_pdf": ("这个文件不是 PDF，没有可验证的内容。", "请选择秘评生成的申报包 PDF。"),
    "signing.unreadable": (
        "文件读到一半失败：可能是移动盘被拔出或文件被占用。文件没有改动。",
        "请接好移动盘或关闭占用它的程序后重试。",
    ),
    "signing.unwritable": (
        "签名后的文件写不下去，多半是磁盘空间不足。没有留下半成品，项目不受影响。",
        "请清理磁盘或换个位置后重新生成。",
    ),
    "signing.encrypted_pdf": (
        "待签名的 PDF 带有密码，不能签名。项目不受影响。",
        "请重新生成申报包。",
    ),
    "signing.already_signed": (
        "PDF 已有签名，不能再加完整性签名。文件没有改动。",
        "请重新生成申报包，不要在生成后另行签名。",
    ),
    "signing.unsignable_pdf": (
        "PDF 的内部结构不规则，不能签名。项目不受影响。",
        "请重新生成；再次出现时保存故障报告。",
    ),
    "signing.identity_name": (
        "单位名称为空或含有不可打印的字符，无法制作签名证书。项目不受影响。",
        "请在单位信息里改正单位全称。",
    ),
    "signing.damaged_identity": (
        "项目里的签名密钥或证书读不出来，没有签名。其他内容不受影响。",
        "请从备份打开项目，或重新制作签名证书。",
    ),
    "signing.identity_not_yet_valid": (
        "签名证书尚未生效，没有签名：本机时钟可能慢了。项目不受影响。",
        "请核对电脑的日期和时间。",
    ),
    "signing.identity_expired": (
        "签名证书已过期，没有签名。项目不受影响。",
        "请核对电脑的日期；日期无误时需重新制作签名证书。",
    ),
    "signing.cancelled": ("已取消签名，没有留下做了一半的文件。", "需要时可重新生成。"),
}

_LAYOUT_ADVICE: Final = "这是程序的排版缺陷，与填写内容无关；请保存故障报告并联系维护人员。"
_LAYOUT_TEXT: Final = "页面排不出来，没有生成 PDF。项目内容不受影响。"

_DOCUMENTS: Final = {
    "documents.cancelled": ("已取消编排，没有留下做了一半的文件。", "需要时可重新生成。"),
    "documents.damaged_pdf": (
        "PDF 已损坏、不完整，或根本不是 PDF。文件没有改动。",
        "请取原始文件重试。",
    ),
    "documents.locked_pdf": (
        "PDF 设有打开密码，读不出来。文件没有改动。",
        "申报包不会加密，请取原始文件。",
    ),
    "documents.unreadable_pdf": (
        "PDF 读到一半失败：可能已被移走、正被占用，或移动盘被拔出。文件没有改动。",
        "请核对位置，关闭占用它的程序后重试。",
    ),
    "documents.attachment_name": (
        "附件名称“{name}”不能用，没有生成申报包。项目内容不受影响。",
        "请改证据题名后重试。",
    ),
    "documents.attachment_missing": (
        "PDF 里没有名为“{name}”的附件，不是完整的申报包。文件没有改动。",
        "请向申报单位索取原始申报包。",
    ),
    "documents.attachment_damaged": (
        "PDF 里的附件“{name}”取不出来，已损坏。文件没有改动。",
        "请向申报单位索取原始申报包。",
    ),
    "documents.layout.font_file": (
        "程序自带的字体“{file_name}”缺失或损坏，无法排版。项目内容不受影响。",
        "请修复或重新安装程序。",
    ),
    "documents.layout.missing_glyphs": (
        "文字里有现有字体都没有的字符：{characters}。没有生成 PDF，项目内容不变。",
        "请改用其他字符，例如去掉表情符号。",
    ),
    "documents.layout.measure_too_narrow": (_LAYOUT_TEXT, _LAYOUT_ADVICE),
    "documents.layout.block_too_tall": (_LAYOUT_TEXT, _LAYOUT_ADVICE),
    "documents.layout.table_shape": (_LAYOUT_TEXT, _LAYOUT_ADVICE),
    "documents.layout.unknown_anchor": (_LAYOUT_TEXT, _LAYOUT_ADVICE),
}

_STORAGE: Final = {
    "storage.project_missing": ("找不到项目文件。", "请核对位置；移动盘上的项目请先插好移动盘。"),
    "storage.folder_missing": (
        "要放项目文件的文件夹不存在，没有新建项目。",
        "请先建好文件夹，或换个位置。",
    ),
    "storage.not_a_project": (
        "这不是秘评项目文件，没有打开，文件没有改动。",
        "请选择扩展名为 .miping 的项目文件。",
    ),
    "storage.wrong_secret": (
        "密码不正确，项目没有打开，文件没有改动。",
        "请检查大小写与输入法后重试。",
    ),
    "storage.empty_secret": ("密码为空，没有做任何改动。", "请输入密码。"),
    "storage.damaged": (
        "项目文件已损坏或被改动过（{part}），损坏的内容没有读出，文件没有改动。",
        "请从备份打开；没有备份时请保留此文件，不要覆盖。",
    ),
    "storage.truncated": (
        "项目文件不完整，像是复制到一半中断。文件没有改动。",
        "请从原位置重新复制，或从备份打开。",
    ),
    "storage.newer_version": (
        (
            "项目文件由更新版本的秘评保存（需要格式 {needed}，本程序支持到 {supported}），"
            "没有打开，文件没有改动。"
        ),
        "请安装新版本后再打开。",
    ),
    "storage.busy": (
        "项目已在另一个窗口或程序里打开，这里没有打开，文件没有改动。",
        "请先关闭另一处，再打开。",
    ),
    "storage.read_only": (
        "位置或文件是只读的，改动没有保存。项目保持上次保存的样子。",
        "请把项目复制到可写入的位置再打开。",
    ),
    "storage.unfinished_write": (
        "上次写入时程序被中断，需要先恢复到上次保存的状态，只读方式无法恢复。文件没有改动。",
        "请在可写入的位置打开一次，程序会自动恢复。",
    ),
    "storage.full": (
        "磁盘空间不足，这次改动没有保存。项目保持上次保存的样子。",
        "请清理磁盘后重试。",
    ),
    "storage.device_failed": (
        "读写失败：移动盘可能被拔出、有故障，或文件超过该盘允许的大小。这次改动没有保存。",
        "请关闭项目，接好移动盘后重新打开；FAT32 移动盘请改用 exFAT。",
    ),
    "storage.exists": (
        "同名文件已存在，没有新建项目，原有文件没有改动。",
        "请换个文件名，或直接打开已有项目。",
    ),
    "storage.name_refused": (
        "文件名太长或含有系统不允许的字符，没有新建或打开项目。",
        "请换个短一些的文件名。",
    ),
    "storage.kdf_cost": (
        "项目文件里的密码参数超出合理范围，为保护电脑没有打开，文件没有改动。",
        "文件可能被人改动过，请从备份打开。",
    ),
    "storage.access_denied": (
        "没有权限读写这个文件或文件夹，没有做任何改动。",
        "请检查权限，或换个位置。",
    ),
    "storage.object_missing": (
        "项目里找不到这份证据的内容（编号 {object_id}），其他内容不受影响。",
        "请从备份打开项目核对。",
    ),
    "storage.cancelled": ("已取消，没有留下做了一半的内容。", "需要时可重新添加。"),
}

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    **_DOMAIN,
    **_SERVICES,
    **_SIGNING,
    **_DOCUMENTS,
    **_STORAGE,
    **_CLI,
}
"""Text and advice by error code; {names} are fields of the error."""

_PROFILE_REASONS: Final = {
    "missing": "没有填写",
    "unknown": "不是单位信息的字段",
    "not_text": "不是可用的文字",
    "too_long": "超过 200 字",
    "credit_code_length": "不是 18 位",
    "credit_code_character": "含有不该出现的字符（不使用 I、O、S、V、Z）",
    "credit_code_check_digit": "的校验位不对，可能有一位录错",
    "date": "不是日期，应写成 2019-05-20",
    "future_date": "晚于今天",
}

_DAMAGED_PARTS: Final = {
    "container": "文件结构",
    "header": "文件头",
    "slots": "密码槽",
    "root": "总校验",
    "records": "自评内容",
    "object": "其中一份证据，其余内容完好",
    "history": "变更记录，其余内容完好",
}

REASONS: Final[dict[str, str]] = {
    **{f"domain.profile.reason.{code}": text for code, text in _PROFILE_REASONS.items()},
    **{f"domain.profile.field_name.{name}": label for name, label in FIELD_LABELS.items()},
    **{f"storage.damaged.part.{code}": text for code, text in _DAMAGED_PARTS.items()},
    "domain.undertaking_period.reason.reversed": "的起始日晚于终止日",
}
"""Words for short reason codes, by error code, field and value."""
