package academy.artisan.lms.search.judged;

import java.util.List;

/** A sort of subject, which decides what is taught of it. */
enum Sort {
    MACHINE("基础 操作 安全 维修 保养 装调 故障诊断 实训"),
    AUTOMATION("基础 编程 操作 安全 维修 装调 故障诊断 案例"),
    PROCESS("基础 工艺 安全 检验 缺陷 实训 考证 案例"),
    TRADE("基础 安全 识图 实训 考证 工艺 检验 案例"),
    SOFTWARE("基础 操作 设计 编程 实训 考证 案例"),
    CRAFT("基础 技法 设计 鉴赏 创作 选材 实训 传承"),
    SERVICE("基础 规范 安全 实训 考证 案例 管理"),
    FARM("基础 技术 安全 检验 实训 考证 案例 管理");

    private final String aspects;

    Sort(String aspects) {
        this.aspects = aspects;
    }

    List<String> aspects() {
        return Lines.values(aspects, " ");
    }
}
