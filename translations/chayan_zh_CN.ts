<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Annotation</name>
    <message numerus="yes">
        <source>%n arrow(s)</source>
        <translation>
            <numerusform>%n 个箭头</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 个方框</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n 处文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) made unrecognisable</source>
        <translation>
            <numerusform>%n 处遮盖</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The label, pulled straight to %1 × %2 pixels</source>
        <translation>标签扫描图，已拉正，%1 × %2 像素</translation>
    </message>
    <message>
        <source>; its light evened</source>
        <translation>；光线已匀化</translation>
    </message>
    <message>
        <source>Laid over a genuine label: %1 % of its print agrees</source>
        <translation>与真品标签叠合比对：%1 % 的印刷内容一致</translation>
    </message>
</context>
<context>
    <name>advice</name>
    <message>
        <source>Read its help (--help) for the right form.</source>
        <translation>请用 --help 查看正确用法。</translation>
    </message>
    <message>
        <source>Check the file or the value; the details say what was expected.</source>
        <translation>请核对该文件或内容；详情中写明了应有的格式。</translation>
    </message>
    <message>
        <source>Use one of the fields listed in the details.</source>
        <translation>请改用详情中列出的字段。</translation>
    </message>
    <message>
        <source>Correct it; the details say what is accepted.</source>
        <translation>请按详情中的要求改正。</translation>
    </message>
    <message>
        <source>Check the name and the place, then try again.</source>
        <translation>请核对名称和位置后重试。</translation>
    </message>
    <message>
        <source>Give more characters, or choose one of those in the details.</source>
        <translation>请多输入几位，或从详情所列各项中选定一项。</translation>
    </message>
    <message>
        <source>Choose another name, or move away what is there.</source>
        <translation>请另取名称，或先移走原有内容。</translation>
    </message>
    <message>
        <source>Choose the right folder, or make a store with “chayanctl init”.</source>
        <translation>请选择正确的文件夹，或用 chayanctl init 新建资料库。</translation>
    </message>
    <message>
        <source>Choose an empty folder or a store without records.</source>
        <translation>请选择空文件夹，或尚无记录的资料库。</translation>
    </message>
    <message>
        <source>Split it or choose a smaller one; the details name the limit.</source>
        <translation>请拆分，或改用较小的内容；详情中写明了上限。</translation>
    </message>
    <message>
        <source>Type the passphrase, or name a file that holds it with --passphrase-file.</source>
        <translation>请输入口令，或用 --passphrase-file 指定存放口令的文件。</translation>
    </message>
    <message>
        <source>Say who is at work (--officer).</source>
        <translation>请指定当前操作人员（--officer）。</translation>
    </message>
    <message>
        <source>Ask the officer for the certificate file (PEM, key P-256).</source>
        <translation>请向对方索取证书文件（PEM 格式，P-256 密钥）。</translation>
    </message>
    <message>
        <source>Unlock it with your passphrase.</source>
        <translation>请输入口令解锁。</translation>
    </message>
    <message>
        <source>Finish the step named in the details first.</source>
        <translation>请先完成详情中所列的步骤。</translation>
    </message>
    <message>
        <source>Use a supported kind; the details name what was met.</source>
        <translation>请改用支持的类型；详情中写明了所遇到的类型。</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>请减少或更换检索词。</translation>
    </message>
    <message>
        <source>Ask the sender for the whole bundle file, as it was exported.</source>
        <translation>请向发送方索取完整的、导出时原样的证据包文件。</translation>
    </message>
    <message>
        <source>Do not rely on it. Keep the file unchanged and ask the sender to export it again.</source>
        <translation>请勿采信；保留该文件原样，并请发送方重新导出。</translation>
    </message>
    <message>
        <source>Compare the fingerprint with its officer in person or by phone, then trust the certificate.</source>
        <translation>请与该执法人员当面或电话核对证书指纹，确认后再信任该证书。</translation>
    </message>
    <message>
        <source>Keep both, and ask the office whether a laptop was copied or restored.</source>
        <translation>请将两份都保留，并向所在单位核实设备是否曾被复制或恢复。</translation>
    </message>
    <message>
        <source>Run “chayanctl check” to see what is affected, then restore a backup.</source>
        <translation>请运行 chayanctl check 查明受影响的内容，再从备份恢复。</translation>
    </message>
    <message>
        <source>Do not unpack it. Ask the sender for another one.</source>
        <translation>请勿解压，并请发送方重新提供。</translation>
    </message>
    <message>
        <source>Check the drive and its connection, then try again.</source>
        <translation>请检查磁盘及其连接后重试。</translation>
    </message>
    <message>
        <source>Make room or choose another drive, then try again.</source>
        <translation>请清理空间或更换磁盘后重试。</translation>
    </message>
    <message>
        <source>Ask for access, or choose another place.</source>
        <translation>请申请访问权限，或更换位置。</translation>
    </message>
    <message>
        <source>Close the other Chayan, then try again. Looking things up works meanwhile.</source>
        <translation>请先关闭另一个查验程序再试；其间仍可查阅。</translation>
    </message>
    <message>
        <source>Choose a place that can be written to.</source>
        <translation>请改用可以写入的位置。</translation>
    </message>
    <message>
        <source>Update Chayan to change it; until then it can only be read.</source>
        <translation>请升级后再作修改；升级之前只能查阅。</translation>
    </message>
    <message>
        <source>The file itself is unchanged. Take the picture again if you still can.</source>
        <translation>文件本身未作改动；如有条件，请重新拍摄。</translation>
    </message>
    <message>
        <source>Start it again when you are ready.</source>
        <translation>需要时请重新开始。</translation>
    </message>
    <message>
        <source>Please report it with the details. What was saved before is still there.</source>
        <translation>请将详情反馈给维护人员；此前已保存的内容仍在。</translation>
    </message>
    <message>
        <source>Type it again; mind upper and lower case and the input method. Nobody can recover a forgotten one: another admitted officer goes on, or a new one takes over (“officer new --take-over”).</source>
        <translation>请重新输入；注意大小写和输入法。忘记的口令谁也无法找回：由另一位已准入的执法人员继续，或由新的执法人员接管（“officer new --take-over”）。</translation>
    </message>
    <message>
        <source>Let an officer who may write here admit this one (“officer admit”).</source>
        <translation>请由有权在此写入的执法人员准入该人员（“officer admit”）。</translation>
    </message>
    <message>
        <source>Do not trust that key again. Ask its office what was signed before it was lost; receipts that came home prove what existed when.</source>
        <translation>不要再信任该密钥。请向其单位询问失密之前签署了什么；已收回的回执可证明哪些内容在何时已经存在。</translation>
    </message>
    <message>
        <source>Photograph the same side of the label, sharp, whole and from the front.</source>
        <translation>请正面、清晰、完整地拍摄标签的同一面。</translation>
    </message>
    <message>
        <source>Say where its four corners are, or photograph all of it with some space around.</source>
        <translation>请指出标签的四个角，或者重新拍摄整张标签，四周留出一些空白。</translation>
    </message>
    <message>
        <source>Give corners within the picture&apos;s pixels, counted from its upper left.</source>
        <translation>角点应在图片的像素范围之内，从左上角起算。</translation>
    </message>
    <message>
        <source>Ask for the file once more, or take the picture again if you still can.</source>
        <translation>请重新索取该文件；如果还能拍，请重新拍摄。</translation>
    </message>
</context>
<context>
    <name>application</name>
    <message>
        <source>(%1) %2, as a date</source>
        <translation>（%1）%2，按日期</translation>
    </message>
    <message>
        <source>(%1) %2, as a number</source>
        <translation>（%1）%2，按数值</translation>
    </message>
    <message>
        <source>(%1) %2</source>
        <translation>（%1）%2</translation>
    </message>
    <message>
        <source>Logistic unit (SSCC)</source>
        <translation>物流单元（SSCC）</translation>
    </message>
    <message>
        <source>Article number (GTIN)</source>
        <translation>商品条码（GTIN）</translation>
    </message>
    <message>
        <source>Article number of the contents</source>
        <translation>内装商品条码</translation>
    </message>
    <message>
        <source>Article number made to order</source>
        <translation>定制商品条码</translation>
    </message>
    <message>
        <source>Batch or lot</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Production date</source>
        <translation>生产日期</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>应付日期</translation>
    </message>
    <message>
        <source>Packaging date</source>
        <translation>包装日期</translation>
    </message>
    <message>
        <source>Best before</source>
        <translation>保质期至</translation>
    </message>
    <message>
        <source>Sell by</source>
        <translation>销售截止日期</translation>
    </message>
    <message>
        <source>Use by or expiry</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>产品变体</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Consumer product variant</source>
        <translation>消费品变体</translation>
    </message>
    <message>
        <source>Serial number of a third party</source>
        <translation>第三方控制的序列号</translation>
    </message>
    <message>
        <source>Additional product identification</source>
        <translation>附加产品标识</translation>
    </message>
    <message>
        <source>Customer&apos;s part number</source>
        <translation>客户方代码</translation>
    </message>
    <message>
        <source>Made-to-order variation</source>
        <translation>定制产品变体</translation>
    </message>
    <message>
        <source>Packaging component</source>
        <translation>包装组件代码</translation>
    </message>
    <message>
        <source>Secondary serial number</source>
        <translation>二级序列号</translation>
    </message>
    <message>
        <source>Reference to the source</source>
        <translation>源实体参考代码</translation>
    </message>
    <message>
        <source>Document type (GDTI)</source>
        <translation>文件类型标识（GDTI）</translation>
    </message>
    <message>
        <source>Extension of the location</source>
        <translation>位置扩展代码</translation>
    </message>
    <message>
        <source>Coupon (GCN)</source>
        <translation>优惠券（GCN）</translation>
    </message>
    <message>
        <source>Variable count</source>
        <translation>可变数量</translation>
    </message>
    <message>
        <source>Count of contained items</source>
        <translation>内装数量</translation>
    </message>
    <message>
        <source>Net weight (kg)</source>
        <translation>净重（千克）</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>长度（米）</translation>
    </message>
    <message>
        <source>Width or diameter (m)</source>
        <translation>宽度或直径（米）</translation>
    </message>
    <message>
        <source>Height or thickness (m)</source>
        <translation>高度或厚度（米）</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>面积（平方米）</translation>
    </message>
    <message>
        <source>Net volume (l)</source>
        <translation>净容积（升）</translation>
    </message>
    <message>
        <source>Net volume (m³)</source>
        <translation>净体积（立方米）</translation>
    </message>
    <message>
        <source>Gross weight (kg)</source>
        <translation>毛重（千克）</translation>
    </message>
    <message>
        <source>Length (m), logistic</source>
        <translation>物流长度（米）</translation>
    </message>
    <message>
        <source>Width (m), logistic</source>
        <translation>物流宽度（米）</translation>
    </message>
    <message>
        <source>Height (m), logistic</source>
        <translation>物流高度（米）</translation>
    </message>
    <message>
        <source>Area (m²), logistic</source>
        <translation>物流面积（平方米）</translation>
    </message>
    <message>
        <source>Volume (l), logistic</source>
        <translation>物流容积（升）</translation>
    </message>
    <message>
        <source>Volume (m³), logistic</source>
        <translation>物流体积（立方米）</translation>
    </message>
    <message>
        <source>Amount payable</source>
        <translation>应付金额</translation>
    </message>
    <message>
        <source>Amount payable, with its currency</source>
        <translation>应付金额（含货币）</translation>
    </message>
    <message>
        <source>Price of the item</source>
        <translation>单品价格</translation>
    </message>
    <message>
        <source>Price of the item, with its currency</source>
        <translation>单品价格（含货币）</translation>
    </message>
    <message>
        <source>Discount of a coupon (%)</source>
        <translation>优惠券折扣（%）</translation>
    </message>
    <message>
        <source>Customer&apos;s order number</source>
        <translation>客户订单号</translation>
    </message>
    <message>
        <source>Consignment (GINC)</source>
        <translation>托运代码（GINC）</translation>
    </message>
    <message>
        <source>Shipment (GSIN)</source>
        <translation>装运标识（GSIN）</translation>
    </message>
    <message>
        <source>Routing code</source>
        <translation>路径代码</translation>
    </message>
    <message>
        <source>Ship to</source>
        <translation>交货地</translation>
    </message>
    <message>
        <source>Bill to</source>
        <translation>受票方</translation>
    </message>
    <message>
        <source>Purchased from</source>
        <translation>供货方</translation>
    </message>
    <message>
        <source>Ship for</source>
        <translation>最终目的地</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>物理位置</translation>
    </message>
    <message>
        <source>Invoicing party</source>
        <translation>开票方</translation>
    </message>
    <message>
        <source>Place of production or service</source>
        <translation>生产或服务地</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>当事方</translation>
    </message>
    <message>
        <source>Ship to postal code</source>
        <translation>收货地邮政编码</translation>
    </message>
    <message>
        <source>Ship to postal code, with the country</source>
        <translation>收货地邮政编码（含国别）</translation>
    </message>
    <message>
        <source>Country of origin</source>
        <translation>原产国</translation>
    </message>
    <message>
        <source>Country of first processing</source>
        <translation>初始加工国</translation>
    </message>
    <message>
        <source>Country of processing</source>
        <translation>加工国</translation>
    </message>
    <message>
        <source>Country of disassembly</source>
        <translation>拆分国</translation>
    </message>
    <message>
        <source>Country of the whole process</source>
        <translation>全程加工国</translation>
    </message>
    <message>
        <source>Part of the country of origin</source>
        <translation>原产国行政区划</translation>
    </message>
    <message>
        <source>NATO stock number</source>
        <translation>北约物资编号</translation>
    </message>
    <message>
        <source>Meat cut</source>
        <translation>胴体肉与分割产品分类</translation>
    </message>
    <message>
        <source>Expiry date and time</source>
        <translation>失效日期和时间</translation>
    </message>
    <message>
        <source>Active potency</source>
        <translation>活性值</translation>
    </message>
    <message>
        <source>Catch area</source>
        <translation>捕捞区域</translation>
    </message>
    <message>
        <source>First freeze date</source>
        <translation>首次冷冻日期</translation>
    </message>
    <message>
        <source>Harvest date</source>
        <translation>收获日期</translation>
    </message>
    <message>
        <source>Aquatic species</source>
        <translation>水产品种</translation>
    </message>
    <message>
        <source>Fishing gear</source>
        <translation>捕捞渔具类型</translation>
    </message>
    <message>
        <source>Production method</source>
        <translation>生产方式</translation>
    </message>
    <message>
        <source>Test by date</source>
        <translation>检验截止日期</translation>
    </message>
    <message>
        <source>National medicine number (DE)</source>
        <translation>国家医疗产品编号（德国）</translation>
    </message>
    <message>
        <source>National medicine number (FR)</source>
        <translation>国家医疗产品编号（法国）</translation>
    </message>
    <message>
        <source>National medicine number (ES)</source>
        <translation>国家医疗产品编号（西班牙）</translation>
    </message>
    <message>
        <source>National medicine number (BR)</source>
        <translation>国家医疗产品编号（巴西）</translation>
    </message>
    <message>
        <source>National medicine number (PT)</source>
        <translation>国家医疗产品编号（葡萄牙）</translation>
    </message>
    <message>
        <source>National medicine number (US)</source>
        <translation>国家医疗产品编号（美国）</translation>
    </message>
    <message>
        <source>Dimensions of a roll</source>
        <translation>卷状产品尺寸</translation>
    </message>
    <message>
        <source>Mobile phone number of the device</source>
        <translation>蜂窝移动电话标识</translation>
    </message>
    <message>
        <source>Returnable asset (GRAI)</source>
        <translation>可回收资产（GRAI）</translation>
    </message>
    <message>
        <source>Individual asset (GIAI)</source>
        <translation>单个资产（GIAI）</translation>
    </message>
    <message>
        <source>Price per unit</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Piece of an article</source>
        <translation>贸易项目组件</translation>
    </message>
    <message>
        <source>Bank account (IBAN)</source>
        <translation>银行账号（IBAN）</translation>
    </message>
    <message>
        <source>Production date and time</source>
        <translation>生产日期和时间</translation>
    </message>
    <message>
        <source>Component or part</source>
        <translation>组件或部件代码</translation>
    </message>
    <message>
        <source>Serial number of the component</source>
        <translation>组件序列号</translation>
    </message>
    <message>
        <source>Software version</source>
        <translation>软件版本</translation>
    </message>
    <message>
        <source>Device model (GMN)</source>
        <translation>设备型号（GMN）</translation>
    </message>
    <message>
        <source>Service provider (GSRN)</source>
        <translation>服务提供方（GSRN）</translation>
    </message>
    <message>
        <source>Service recipient (GSRN)</source>
        <translation>服务接受方（GSRN）</translation>
    </message>
    <message>
        <source>Payment slip reference</source>
        <translation>付款单参考号</translation>
    </message>
    <message>
        <source>Contained piece of an article</source>
        <translation>内装贸易项目组件</translation>
    </message>
    <message>
        <source>Product web address</source>
        <translation>产品网址</translation>
    </message>
    <message>
        <source>Agreed between partners</source>
        <translation>贸易伙伴约定信息</translation>
    </message>
</context>
<context>
    <name>bundle</name>
    <message>
        <source>This file is no ZIP file, so it cannot be a bundle.</source>
        <translation>该文件不是 ZIP 文件，不可能是证据包。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The file ends too early; it was probably not copied completely.</source>
        <translation>文件不完整，可能未复制完。</translation>
    </message>
    <message>
        <source>There are bytes between the members that belong to none of them.</source>
        <translation>成员之间夹有不属于任何成员的数据。</translation>
    </message>
    <message>
        <source>There are bytes before the first member.</source>
        <translation>第一个成员之前有多余数据。</translation>
    </message>
    <message>
        <source>There are bytes after the end of the ZIP file.</source>
        <translation>ZIP 文件结尾之后有多余数据。</translation>
    </message>
    <message>
        <source>Two members occupy the same bytes.</source>
        <translation>两个成员的数据相互重叠。</translation>
    </message>
    <message>
        <source>The ZIP file carries a comment, which no bundle has.</source>
        <translation>ZIP 文件带有注释，证据包不应有注释。</translation>
    </message>
    <message>
        <source>A member carries additional fields, which no bundle has.</source>
        <translation>有成员带有附加字段，证据包不应有附加字段。</translation>
    </message>
    <message>
        <source>A member&apos;s own header and the table of contents disagree.</source>
        <translation>成员自带的文件头与目录不一致。</translation>
    </message>
    <message>
        <source>Two members have the same name.</source>
        <translation>有两个成员同名。</translation>
    </message>
    <message>
        <source>Two names differ only in case or in how a letter is encoded.</source>
        <translation>有两个文件名仅大小写或字符编码形式不同。</translation>
    </message>
    <message>
        <source>A name would lead out of the bundle&apos;s own folder.</source>
        <translation>有文件名指向证据包自身文件夹之外。</translation>
    </message>
    <message>
        <source>A member is a link instead of a file.</source>
        <translation>有成员是链接而不是文件。</translation>
    </message>
    <message>
        <source>A member is neither a file nor a folder.</source>
        <translation>有成员既不是文件也不是文件夹。</translation>
    </message>
    <message>
        <source>A member&apos;s size is not the one it claims.</source>
        <translation>成员的实际大小与其声明的不符。</translation>
    </message>
    <message>
        <source>A member would swell beyond all measure when unpacked.</source>
        <translation>有成员解压后会异常膨胀。</translation>
    </message>
    <message>
        <source>There are more members than a bundle may have.</source>
        <translation>成员数量超出证据包的上限。</translation>
    </message>
    <message>
        <source>It is larger than a bundle may be.</source>
        <translation>大小超出证据包的上限。</translation>
    </message>
    <message>
        <source>A member is encrypted.</source>
        <translation>有成员已加密。</translation>
    </message>
    <message>
        <source>A member is packed in a way that is not supported.</source>
        <translation>有成员采用了不支持的打包方式。</translation>
    </message>
    <message>
        <source>A member&apos;s checksum is wrong; its bytes were changed or damaged.</source>
        <translation>成员的校验和不符，其数据已被改动或损坏。</translation>
    </message>
    <message>
        <source>The list of files (manifest) is missing.</source>
        <translation>缺少文件清单。</translation>
    </message>
    <message>
        <source>The list of files (manifest) is malformed.</source>
        <translation>文件清单格式有误。</translation>
    </message>
    <message>
        <source>There is a file that no list names.</source>
        <translation>有文件未列入清单。</translation>
    </message>
    <message>
        <source>A listed file is missing.</source>
        <translation>清单所列文件缺失。</translation>
    </message>
    <message>
        <source>A file is not the one that was listed; it was changed.</source>
        <translation>文件与清单中的校验值不符，内容已被改动。</translation>
    </message>
    <message>
        <source>The signature does not fit the list of files.</source>
        <translation>签名与文件清单不符。</translation>
    </message>
    <message>
        <source>A file is not in the form that it must have.</source>
        <translation>有文件不符合应有的格式。</translation>
    </message>
    <message>
        <source>This was not looked at, because an earlier check failed.</source>
        <translation>因前面的检查未通过，此项未检查。</translation>
    </message>
    <message>
        <source>This file is neither a bundle nor another container that can be opened.</source>
        <translation>该文件既不是证据包，也不是可以打开的其他归档文件。</translation>
    </message>
    <message>
        <source>A member cannot be unpacked; its bytes were changed or damaged.</source>
        <translation>成员无法解压，其数据已被改动或损坏。</translation>
    </message>
    <message>
        <source>This is one part of an archive that was split.</source>
        <translation>这只是分卷归档中的一卷。</translation>
    </message>
    <message>
        <source>A name or a text is not well-formed.</source>
        <translation>文件名或文本的编码不正确。</translation>
    </message>
    <message>
        <source>The bag follows a version of the format that is not supported.</source>
        <translation>数据包采用了不支持的格式版本。</translation>
    </message>
    <message>
        <source>The file that marks a bag is missing.</source>
        <translation>缺少数据包标识文件。</translation>
    </message>
    <message>
        <source>The file that marks a bag is malformed.</source>
        <translation>数据包标识文件格式有误。</translation>
    </message>
    <message>
        <source>The bag&apos;s description is missing.</source>
        <translation>缺少数据包说明文件。</translation>
    </message>
    <message>
        <source>The bag&apos;s description is malformed.</source>
        <translation>数据包说明文件格式有误。</translation>
    </message>
    <message>
        <source>The bag does not hold as many files or bytes as it says.</source>
        <translation>数据包的文件数或字节数与其说明不符。</translation>
    </message>
    <message>
        <source>The bag asks to fetch files from elsewhere, which is never done.</source>
        <translation>数据包要求从别处获取文件，查验不予获取。</translation>
    </message>
    <message>
        <source>A line is longer than is accepted.</source>
        <translation>有文本行超出长度上限。</translation>
    </message>
    <message>
        <source>A disclosed value is malformed.</source>
        <translation>披露的内容格式有误。</translation>
    </message>
    <message>
        <source>A disclosed value is not the one that was sealed.</source>
        <translation>披露的内容与密封时不一致。</translation>
    </message>
    <message>
        <source>What is enclosed as a time-stamp is none of this bundle&apos;s signature.</source>
        <translation>所附的时间戳不是对本证据包签名的时间戳。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::AboutGroup</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Chayan %1, built from %2</source>
        <translation>Chayan 查验 %1，构建自 %2</translation>
    </message>
    <message>
        <source>Schema of the store %1, formats %2</source>
        <translation>档案库结构版本 %1，格式版本 %2</translation>
    </message>
    <message>
        <source>Runs with %1</source>
        <translation>运行所用：%1</translation>
    </message>
    <message>
        <source>Apache License 2.0. Its libraries have licences of their own.</source>
        <translation>采用 Apache 许可证 2.0；所用的库各有自己的许可证。</translation>
    </message>
    <message>
        <source>Licences and notices</source>
        <translation>许可证与声明</translation>
    </message>
</context>
<context>
    <name>chayan::ui::AnnotateCanvas</name>
    <message>
        <source>Picture to draw on</source>
        <translation>供标注的图片</translation>
    </message>
</context>
<context>
    <name>chayan::ui::AnnotateView</name>
    <message>
        <source>Take the last one back</source>
        <translation>撤销上一笔</translation>
    </message>
    <message>
        <source>Save as a new picture</source>
        <translation>另存为新图片</translation>
    </message>
    <message>
        <source>Back without saving</source>
        <translation>返回，不保存</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Make unrecognisable</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Text; a click places it</source>
        <translation>文字，单击放置</translation>
    </message>
    <message>
        <source>Text to place</source>
        <translation>要放置的文字</translation>
    </message>
    <message>
        <source>The photograph stays as it is; what you draw becomes a picture of its own that names it.</source>
        <translation>原照片保持不变；您的标注会成为一张注明出处的新图片。</translation>
    </message>
    <message>
        <source>Saving the annotated picture</source>
        <translation>正在保存标注图片</translation>
    </message>
    <message>
        <source>The annotated picture is saved beside the photograph</source>
        <translation>标注图片已保存，原照片不变</translation>
    </message>
</context>
<context>
    <name>chayan::ui::ArrivalModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Arrived, being saved</source>
        <translation>已收到，正在保存</translation>
    </message>
    <message>
        <source>Saved here · %1 · %2</source>
        <translation>本机已保存 · %1 · %2</translation>
    </message>
    <message>
        <source>Not taken: neither a photograph nor a video</source>
        <translation>未接收：既不是照片也不是视频</translation>
    </message>
    <message>
        <source>Phone %1 · %2</source>
        <translation>手机 %1 · %2</translation>
    </message>
    <message>
        <source>%1
SHA-256 %2</source>
        <translation>%1
SHA-256 %2</translation>
    </message>
</context>
<context>
    <name>chayan::ui::BoxedCode</name>
    <message>
        <source>What the code says</source>
        <translation>条码内容</translation>
    </message>
    <message>
        <source>What stands below it</source>
        <translation>条码下方的文字</translation>
    </message>
    <message>
        <source>Record as typed</source>
        <translation>按手工录入登记</translation>
    </message>
    <message>
        <source>Looking there for a code …</source>
        <translation>正在该处查找条码…</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) read there.</source>
        <translation>
            <numerusform>该处读出 %n 个条码。</numerusform>
        </translation>
    </message>
    <message>
        <source>No code can be read there. What you type is recorded, and marked as typed.</source>
        <translation>该处读不出条码。您录入的内容会被登记，并标明为手工录入。</translation>
    </message>
    <message>
        <source>Recorded, and marked as typed.</source>
        <translation>已登记，并标明为手工录入。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::BundlesPage</name>
    <message>
        <source>Verify a bundle</source>
        <translation>验证证据包</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Verifying %1 …</source>
        <translation>正在验证 %1…</translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <translation>正在验证 %1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>核验报告</translation>
    </message>
    <message>
        <source>What was sent and received</source>
        <translation>发送与接收记录</translation>
    </message>
    <message>
        <source>Evidence bundles and receipts (*.zip *.json)</source>
        <translation>证据包与回执 (*.zip *.json)</translation>
    </message>
</context>
<context>
    <name>chayan::ui::CameraSource</name>
    <message>
        <source>The camera does not answer: %1</source>
        <translation>摄像头没有响应：%1</translation>
    </message>
    <message>
        <source>Another program may hold it. What was taken is kept. Close the other program or connect the camera again, or take frames from elsewhere.</source>
        <translation>也许别的程序正在使用它。已拍的照片都已保存。请关闭那个程序或重新连接摄像头，也可改用别的来源。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::Cameras</name>
    <message>
        <source>%1 × %2, %3 a second</source>
        <translation>%1 × %2，每秒 %3 帧</translation>
    </message>
</context>
<context>
    <name>chayan::ui::CaptureView</name>
    <message>
        <source>Sound when a code is read</source>
        <translation>读到码时发声</translation>
    </message>
    <message>
        <source>No camera was found. Connect one, or let a folder of pictures or a video file take its place.</source>
        <translation>没有找到摄像头。请连接一个，或用图片文件夹、视频文件代替。</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Take a photograph</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Burst of %1</source>
        <translation>连拍 %1 张</translation>
    </message>
    <message>
        <source>Codes seen</source>
        <translation>看到的码</translation>
    </message>
    <message>
        <source>Codes appear here as they are read, with what they mean. They are recorded with the photographs that you take.</source>
        <translation>读到的码会连同含义列在这里；拍下照片时，码随照片一起记录。</translation>
    </message>
    <message>
        <source>Take the next %1, as of a pallet</source>
        <translation>连续拍 %1 张，适合整托货物</translation>
    </message>
    <message>
        <source>The camera was unplugged.</source>
        <translation>摄像头已拔出。</translation>
    </message>
    <message>
        <source>What was taken is kept. Connect it again, or take frames from elsewhere.</source>
        <translation>已拍的都保留着。请重新连接，或改用其他来源。</translation>
    </message>
    <message>
        <source>A frame cannot be shown.</source>
        <translation>有一帧无法显示。</translation>
    </message>
    <message>
        <source>This frame is taken already.</source>
        <translation>这一帧已经拍过。</translation>
    </message>
    <message numerus="yes">
        <source>%n more of the burst</source>
        <translation>
            <numerusform>连拍还剩 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being saved</source>
        <translation>
            <numerusform>%n 张正在保存</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved here</source>
        <translation>
            <numerusform>%n 张已保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing taken yet</source>
        <translation>还没有拍照</translation>
    </message>
    <message>
        <source>Stop the burst</source>
        <translation>停止连拍</translation>
    </message>
</context>
<context>
    <name>chayan::ui::CommandPalette</name>
    <message>
        <source>Go to, do, or find: a party, a code, a lot, a phone number</source>
        <translation>前往、执行或查找：当事人、编码、批号、电话号码</translation>
    </message>
    <message>
        <source>Command or text to find</source>
        <translation>命令或要查找的文字</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Find “%1” in all records</source>
        <translation>在全部记录中查找“%1”</translation>
    </message>
    <message>
        <source>Go to a place, or do something</source>
        <translation>前往某处，或执行操作</translation>
    </message>
</context>
<context>
    <name>chayan::ui::ComparisonView</name>
    <message>
        <source>How much of the genuine label&apos;s print agrees. Light, angle, blur and slightly bent paper do not count. Where nothing differs, that does not prove that it is genuine.</source>
        <translation>表示与真品标签印刷内容相符的比例。光线、角度、模糊和纸张轻微弯曲不计入。未发现差异并不证明其为真品。</translation>
    </message>
    <message>
        <source>Back to the photographs</source>
        <translation>返回照片</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>In turn</source>
        <translation>交替显示</translation>
    </message>
    <message>
        <source>One over the other</source>
        <translation>叠加显示</translation>
    </message>
    <message>
        <source>How far the genuine label reaches from the left</source>
        <translation>真品标签自左侧起的显示范围</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比对…</translation>
    </message>
    <message>
        <source>No difference was found.</source>
        <translation>未发现差异。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s); %1 % of the print agrees</source>
        <translation>
            <numerusform>%n 处差异；印刷内容相符 %1%</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the comparison</source>
        <translation>保存比对结果</translation>
    </message>
    <message>
        <source>Keep it beside the photograph, as a picture that names both</source>
        <translation>作为衍生图片保存在照片旁，并注明两张原图</translation>
    </message>
    <message>
        <source>Keeping the comparison</source>
        <translation>正在保存比对结果</translation>
    </message>
    <message>
        <source>The comparison is kept beside the photograph</source>
        <translation>比对结果已保存在照片旁</translation>
    </message>
    <message>
        <source>%1. Other print; it differs by %2 % of its contrast</source>
        <translation>%1. 印刷内容不同，差异为其对比度的 %2%</translation>
    </message>
    <message>
        <source>%1. The same print elsewhere, off by %2 % of the label&apos;s length</source>
        <translation>%1. 印刷内容相同但位置偏移，偏移为标签长度的 %2%</translation>
    </message>
    <message>
        <source>%1. Another colour, %2 apart (delta-E; about 2 is just visible)</source>
        <translation>%1. 颜色不同，色差 ΔE 为 %2（约 2 时肉眼刚可分辨）</translation>
    </message>
    <message>
        <source>%1. Printed more coarsely than the genuine one, in about %2 dots along the label</source>
        <translation>%1. 印刷比正品粗糙，标签长边约 %2 个网点</translation>
    </message>
    <message>
        <source>%1 % of the genuine label&apos;s print lies outside the picture and was not compared.</source>
        <translation>真品标签的印刷内容有 %1 % 在图片之外，未作比对。</translation>
    </message>
    <message>
        <source>The picture is not sharp enough: whether small print differs cannot be judged.</source>
        <translation>图片不够清晰：无法判断细小文字是否有差异。</translation>
    </message>
    <message>
        <source>The picture has no colours: they could not be compared.</source>
        <translation>图片没有颜色：未能比对颜色。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::ConflictsView</name>
    <message>
        <source>Two offices worked on this visit at the same time and set these differently. Both values are kept; the one you choose holds from now on, and that is recorded as an entry of yours.</source>
        <translation>两个单位同时办理了这次检查，以下内容填写得不一致。两边的内容都保留；您选定的从此为准，并作为您的一条记录写入。</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1第 %2 行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>off the list</source>
        <translation>已从清单中去掉</translation>
    </message>
    <message>
        <source>on the list</source>
        <translation>仍在清单中</translation>
    </message>
    <message>
        <source>(cleared)</source>
        <translation>（已清空）</translation>
    </message>
    <message>
        <source>%1 · %2 by that computer&apos;s clock</source>
        <translation>%1 · %2（该电脑的时钟）</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>此前：%1</translation>
    </message>
    <message>
        <source>sealed; cannot be seen here</source>
        <translation>已封存，此处不可见</translation>
    </message>
    <message>
        <source>Let this hold</source>
        <translation>以此为准</translation>
    </message>
    <message>
        <source>Let hold: %1</source>
        <translation>以此为准：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n sealed value(s) may have been set differently</source>
        <translation>
            <numerusform>有 %n 项封存内容可能填写得不一致</numerusform>
        </translation>
    </message>
    <message>
        <source>what two offices sealed</source>
        <translation>两个单位封存的内容</translation>
    </message>
    <message>
        <source>None of what you can open was set differently.</source>
        <translation>您能打开的内容中没有不一致的。</translation>
    </message>
    <message>
        <source>It stands otherwise by now. Look at the values again.</source>
        <translation>情况已经变化，请重新查看各项内容。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::DevicePanel</name>
    <message>
        <source>From a camera or a card</source>
        <translation>从相机或存储卡导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Plug in the body camera, the card or the stick; every file in its folder is copied as it is, whatever its size.</source>
        <translation>接入执法记录仪、存储卡或 U 盘；其文件夹中的每个文件都原样复制，不论大小。</translation>
    </message>
    <message>
        <source>Choose the folder …</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Device, with its number</source>
        <translation>设备及其编号</translation>
    </message>
    <message>
        <source>Body camera 04</source>
        <translation>执法记录仪 04</translation>
    </message>
    <message>
        <source>Its clock shows</source>
        <translation>设备时钟显示</translation>
    </message>
    <message>
        <source>It shows this now</source>
        <translation>此刻正显示此时间</translation>
    </message>
    <message>
        <source>Type a time a few seconds ahead, and press as the device&apos;s clock reaches it.</source>
        <translation>先填入几秒之后的时间，待设备时钟走到该时刻时按下。</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n 个文件，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not measured: the times of its files stand as the device wrote them.</source>
        <translation>未测量：文件时间以设备所写为准。</translation>
    </message>
    <message>
        <source>The device&apos;s clock is right.</source>
        <translation>设备时钟准确。</translation>
    </message>
    <message>
        <source>The device&apos;s clock is ahead of this computer&apos;s: %1</source>
        <translation>设备时钟比本机快：%1</translation>
    </message>
    <message>
        <source>The device&apos;s clock is behind this computer&apos;s: %1</source>
        <translation>设备时钟比本机慢：%1</translation>
    </message>
    <message numerus="yes">
        <source>Take %n file(s) in</source>
        <translation>
            <numerusform>导入 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>No files are in it.</source>
        <translation>其中没有文件。</translation>
    </message>
    <message>
        <source>Take the files in</source>
        <translation>导入文件</translation>
    </message>
</context>
<context>
    <name>chayan::ui::ExportView</name>
    <message>
        <source>Write the bundle</source>
        <translation>生成证据包</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>包含内容</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>File of the bundle</source>
        <translation>证据包文件</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>One file that anyone can check, with or without Chayan. Your key signs it.</source>
        <translation>一个文件，任何人都能核验，有没有查验软件都可以。由您的密钥签名。</translation>
    </message>
    <message>
        <source>SHA-256 of the file; tell it to the receiver on another way</source>
        <translation>文件的 SHA-256；请通过其他途径告知接收方</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Verify it</source>
        <translation>验证它</translation>
    </message>
    <message>
        <source>To check it without Chayan</source>
        <translation>不用查验软件核验</translation>
    </message>
    <message>
        <source>Copy these lines</source>
        <translation>复制这些命令</translation>
    </message>
    <message>
        <source>Commands that check the bundle</source>
        <translation>核验证据包的命令</translation>
    </message>
    <message>
        <source>OFFICER.pem is your certificate; it lies beside your records as officer.pem. Give it to the receiver on another way than the bundle.</source>
        <translation>OFFICER.pem 是您的证书，在您的记录文件夹中名为 officer.pem。请通过与证据包不同的途径交给接收方。</translation>
    </message>
    <message>
        <source>Hand over: %1</source>
        <translation>移交：%1</translation>
    </message>
    <message>
        <source>Untitled visit</source>
        <translation>未命名的检查</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>the proofs that they stand in your log</source>
        <translation>它们在您的日志中的证明</translation>
    </message>
    <message>
        <source>Whoever gets the file can read all of it.</source>
        <translation>得到文件的人可以看到全部内容。</translation>
    </message>
    <message>
        <source>Where the bundle goes</source>
        <translation>证据包保存位置</translation>
    </message>
    <message>
        <source>Evidence bundles (*.bundle.zip)</source>
        <translation>证据包 (*.bundle.zip)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在生成 %1</translation>
    </message>
    <message>
        <source>%1 is written: %2</source>
        <translation>%1 已生成：%2</translation>
    </message>
    <message>
        <source>The bundle is written</source>
        <translation>证据包已生成</translation>
    </message>
    <message>
        <source>Keep back what is sealed: who complained, names of files</source>
        <translation>不附密封内容：投诉人、举报人、文件名等</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>交给谁</translation>
    </message>
    <message>
        <source>Receiver, as the bundle says (may stay empty)</source>
        <translation>接收方（写入证据包，可不填）</translation>
    </message>
    <message>
        <source>Purpose, as the bundle says (may stay empty)</source>
        <translation>用途（写入证据包，可不填）</translation>
    </message>
    <message>
        <source>Whoever gets the file can read all but what is sealed.</source>
        <translation>拿到文件的人能看到除密封内容以外的全部内容。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::FieldRow</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>输入中</translation>
    </message>
    <message>
        <source>draft saved</source>
        <translation>草稿已存</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Set differently by several offices: %1</source>
        <translation>几个单位填写得不一致：%1</translation>
    </message>
</context>
<context>
    <name>chayan::ui::FolderSource</name>
    <message>
        <source>The folder is gone: %1</source>
        <translation>文件夹不见了：%1</translation>
    </message>
    <message>
        <source>What was taken is kept. Choose another one.</source>
        <translation>已拍的都保留着。请另选一个。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::GoodsView</name>
    <message>
        <source>No goods yet. Add a line, or photograph labels: what their codes say is offered here.</source>
        <translation>尚无物品。可逐行添加，也可拍摄标签：条码所示内容会列在这里供采用。</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>添加一行</translation>
    </message>
    <message numerus="yes">
        <source>Add %n line(s) from scanned codes</source>
        <translation>
            <numerusform>按识读的条码添加 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Take line %1 off the list</source>
        <translation>从清单中去掉第 %1 行</translation>
    </message>
    <message>
        <source>Photograph %1: %2</source>
        <translation>照片 %1：%2</translation>
    </message>
</context>
<context>
    <name>chayan::ui::HardPhotos</name>
    <message numerus="yes">
        <source>%n photograph(s) may be of little use. Saved all the same; take a better one while you can.</source>
        <translation>
            <numerusform>有 %n 张照片可能难以使用，已照常保存；请趁现在重拍更好的一张。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>chayan::ui::HistoryView</name>
    <message>
        <source>(cleared)</source>
        <translation>（已清空）</translation>
    </message>
    <message>
        <source>no code found</source>
        <translation>未识别到码</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>entry %1 of log %2</source>
        <translation>日志 %2 第 %1 条</translation>
    </message>
    <message>
        <source>Nothing here can be changed or deleted; a correction is a new entry. Times are what this computer&apos;s clock said.</source>
        <translation>这里的内容不能修改或删除；更正即新增一条记录。时间为本机时钟所示。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>not shown here; who may open it sees it in the record</source>
        <translation>此处不显示；有权打开者可在笔录中查看</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>已封存</translation>
    </message>
</context>
<context>
    <name>chayan::ui::HitModel</name>
    <message>
        <source>Untitled visit</source>
        <translation>未命名的检查</translation>
    </message>
</context>
<context>
    <name>chayan::ui::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>What you select is described here.</source>
        <translation>这里显示所选内容的说明。</translation>
    </message>
    <message>
        <source>This visit</source>
        <translation>本次检查</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>建立于</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>最近一条</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Disagreements to settle</source>
        <translation>待处理的分歧</translation>
    </message>
    <message>
        <source>Number of this record</source>
        <translation>本记录编号</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>No code was found in it.</source>
        <translation>未在其中识别到码。</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>添加人</translation>
    </message>
    <message>
        <source>Added at, by this computer&apos;s clock</source>
        <translation>添加时间（本机时钟）</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>SHA-256 of the original</source>
        <translation>原件 SHA-256</translation>
    </message>
    <message>
        <source>Its place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>entry %1 of the log</source>
        <translation>日志第 %1 条</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Written at, by that computer&apos;s clock</source>
        <translation>记录时间（当时电脑的时钟）</translation>
    </message>
    <message>
        <source>SHA-256 of the entry</source>
        <translation>记录的 SHA-256</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Making the proof …</source>
        <translation>正在生成证明…</translation>
    </message>
    <message>
        <source>Entry %1 of this log. Its hash leads to the checkpoint over %2 entries that %3 signed on %4.</source>
        <translation>本日志第 %1 条。其哈希可推至 %3 于 %4 签署的、涵盖 %2 条记录的检查点。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>History of: %1</source>
        <translation>填写历史：%1</translation>
    </message>
    <message>
        <source>Nothing was recorded here yet.</source>
        <translation>此处还没有记录。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Times are what the writing computer&apos;s clock said.</source>
        <translation>时间以填写时那台电脑的时钟为准。</translation>
    </message>
    <message>
        <source>photograph %1</source>
        <translation>照片 %1</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>A folder&apos;s file, unchanged</source>
        <translation>文件夹中的原文件，未改动</translation>
    </message>
    <message>
        <source>Frame of a video at %1 s, kept without loss</source>
        <translation>视频第 %1 秒的画面，无损保存</translation>
    </message>
    <message>
        <source>Taken with</source>
        <translation>拍摄设备</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>形成方式</translation>
    </message>
    <message>
        <source>Its clock beside this computer&apos;s (+ is ahead)</source>
        <translation>设备时钟与本机之差（+ 为快）</translation>
    </message>
    <message>
        <source>Frame of the camera, which delivers JPEG, kept without loss</source>
        <translation>摄像头（输出 JPEG）的一帧，无损保存</translation>
    </message>
    <message>
        <source>Frame of the camera, kept without loss</source>
        <translation>摄像头的一帧，无损保存</translation>
    </message>
</context>
<context>
    <name>chayan::ui::LabelCanvas</name>
    <message>
        <source>Corners of the label: 1 to 4 choose one, arrows move it</source>
        <translation>标签的四个角：按 1 至 4 选择，用方向键移动</translation>
    </message>
</context>
<context>
    <name>chayan::ui::LabelView</name>
    <message>
        <source>The label as it would be kept</source>
        <translation>将要保存的标签扫描图</translation>
    </message>
    <message>
        <source>Even the light</source>
        <translation>匀化光线</translation>
    </message>
    <message>
        <source>Keep the scan</source>
        <translation>保存扫描图</translation>
    </message>
    <message>
        <source>Back without keeping</source>
        <translation>不保存，返回</translation>
    </message>
    <message>
        <source>Turn the label by a quarter</source>
        <translation>将标签旋转 90 度</translation>
    </message>
    <message>
        <source>Even the light: paper becomes white, print keeps its colour</source>
        <translation>匀化光线：纸面变白，印刷颜色不变</translation>
    </message>
    <message>
        <source>Pull the corners to those of the label, or choose one with 1 to 4 and move it with the arrows. The photograph stays as it is.</source>
        <translation>将四个角拖到标签的角上，或按 1 至 4 选择一个角，用方向键移动。原照片保持不变。</translation>
    </message>
    <message>
        <source>Keep the scan beside the photograph</source>
        <translation>将扫描图保存在照片旁</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Looking for the label …</source>
        <translation>正在查找标签…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels; at 300 dpi it prints %3 × %4 mm</source>
        <translation>%1 × %2 像素；以 300 dpi 打印为 %3 × %4 毫米</translation>
    </message>
    <message>
        <source>Too little plain paper is seen to even its light.</source>
        <translation>可见的空白纸面太少，无法匀化光线。</translation>
    </message>
    <message>
        <source>Pull the four corners to those of the label.</source>
        <translation>请将四个角拖到标签的角上。</translation>
    </message>
    <message>
        <source>Keeping the label scan</source>
        <translation>正在保存标签扫描图</translation>
    </message>
    <message>
        <source>The label scan is kept beside the photograph</source>
        <translation>标签扫描图已保存在照片旁</translation>
    </message>
</context>
<context>
    <name>chayan::ui::LaidOver</name>
    <message>
        <source>The label over the genuine one</source>
        <translation>叠放在真品之上的标签</translation>
    </message>
</context>
<context>
    <name>chayan::ui::LargeView</name>
    <message>
        <source>Photograph beside it</source>
        <translation>旁边的照片</translation>
    </message>
    <message>
        <source>Back to all</source>
        <translation>返回全部</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Turn; the original stays as it is</source>
        <translation>旋转；原件不变</translation>
    </message>
    <message>
        <source>Compare with another, side by side</source>
        <translation>与另一张并排比较</translation>
    </message>
    <message>
        <source>Draw on a copy; the original stays as it is</source>
        <translation>在副本上标注；原件不变</translation>
    </message>
    <message>
        <source>For the record</source>
        <translation>入卷</translation>
    </message>
    <message>
        <source>Set aside; it stays</source>
        <translation>备用，仍然保留</translation>
    </message>
    <message>
        <source>Point at a code that was not read</source>
        <translation>框出未读出的条码</translation>
    </message>
    <message>
        <source>Show what differs from the genuine label on the left</source>
        <translation>显示与左侧真品标签的差异</translation>
    </message>
    <message>
        <source>Label scan: pull the label straight</source>
        <translation>标签扫描：将标签拉正</translation>
    </message>
    <message>
        <source>Compare with a genuine reference of the office</source>
        <translation>与本单位的真品样本比对</translation>
    </message>
    <message>
        <source>Keep as a genuine reference</source>
        <translation>留作真品样本</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>chayan::ui::LivePreview</name>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
</context>
<context>
    <name>chayan::ui::LockPage</name>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>执法人员</translation>
    </message>
    <message>
        <source>A file of the store is gone, and with it perhaps the newest records. Check everything in the settings; the next entry starts a new log.</source>
        <translation>记录库缺少一个文件，最新的记录可能随之丢失。请在设置中全面检查；下一条记录将开始新的日志。</translation>
    </message>
    <message>
        <source>This store was restored from a backup. The next entry starts a new log that names the old one.</source>
        <translation>本记录库由备份恢复。下一条记录将开始新的日志，并注明原日志。</translation>
    </message>
    <message numerus="yes">
        <source>Everything that was shown as saved is here; %n half-written file(s) were removed.</source>
        <translation>
            <numerusform>显示为已保存的内容均在；清除了 %n 个未写完的文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s clock was moved since the last entry. That is recorded.</source>
        <translation>自上一条记录以来，本机时钟被调整过。此事已记录。</translation>
    </message>
    <message>
        <source>The program did not end as it should.</source>
        <translation>上次程序未正常退出。</translation>
    </message>
    <message>
        <source>Something about this store</source>
        <translation>关于本记录库</translation>
    </message>
    <message>
        <source>This is the demonstration.</source>
        <translation>这是演示。</translation>
    </message>
    <message>
        <source>Its passphrase is: %1</source>
        <translation>口令是：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) that were here before are named by no record, which may have been lost. They were kept; check everything in the settings and compare with your newest backup.</source>
        <translation>
            <numerusform>有 %n 份早先存入的原件没有任何记录提到，记录可能已丢失。这些原件已保留；请在设置中全面检查，并与最近的备份核对。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::MainWindow</name>
    <message>
        <source>Chayan</source>
        <translation>查验</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>前往%1</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>显示或隐藏详情</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>本页帮助</translation>
    </message>
</context>
<context>
    <name>chayan::ui::MeterView</name>
    <message>
        <source>Focus</source>
        <translation>清晰度</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光线</translation>
    </message>
    <message>
        <source>nothing to focus on</source>
        <translation>没有可对焦的内容</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>清晰</translation>
    </message>
    <message>
        <source>not sharp</source>
        <translation>不清晰</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>太暗</translation>
    </message>
    <message>
        <source>too light</source>
        <translation>太亮</translation>
    </message>
    <message>
        <source>a mirrored light</source>
        <translation>有反光</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Hold still or step back</source>
        <translation>请拿稳，或退后一点</translation>
    </message>
    <message>
        <source>Bring light</source>
        <translation>请补光</translation>
    </message>
    <message>
        <source>Less light, or turn the label from it</source>
        <translation>请减弱光线，或让标签避开光源</translation>
    </message>
    <message>
        <source>Tilt the goods or the lamp</source>
        <translation>请倾斜货物或灯</translation>
    </message>
    <message>
        <source>Go nearer: the code is small</source>
        <translation>请靠近：码太小</translation>
    </message>
</context>
<context>
    <name>chayan::ui::Notice</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>chayan::ui::OfficerForm</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number of the law-enforcement certificate</source>
        <translation>执法证号</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Type a part of its name and choose</source>
        <translation>输入名称的一部分后选择</translation>
    </message>
    <message>
        <source>Division, six digits of GB/T 2260</source>
        <translation>行政区划（GB/T 2260 六位代码）</translation>
    </message>
    <message>
        <source>Type a name or a code</source>
        <translation>输入名称或代码</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The passphrase once more</source>
        <translation>再输入一次口令</translation>
    </message>
    <message>
        <source>Nobody can recover this passphrase, neither your office nor those who made Chayan. Write it down and keep it where you keep your certificate.</source>
        <translation>没有人能找回这个口令，您的单位和软件的作者都不能。请写下来，与执法证件一同妥善保管。</translation>
    </message>
    <message>
        <source>Several words that do not belong together are easy to remember and hard to guess.</source>
        <translation>几个互不相干的词容易记住，又难以猜到。</translation>
    </message>
    <message>
        <source>Too short: a computer finds it in no time.</source>
        <translation>太短：计算机转眼就能试出来。</translation>
    </message>
    <message>
        <source>Weak: somebody who has this computer&apos;s disk could find it.</source>
        <translation>较弱：拿到本机硬盘的人可能试得出来。</translation>
    </message>
    <message>
        <source>Fair, unless it is a name, a date or a saying.</source>
        <translation>尚可，但不要用姓名、日期或成语俗语。</translation>
    </message>
    <message>
        <source>Good, unless it is a name, a date or a saying.</source>
        <translation>良好，但不要用姓名、日期或成语俗语。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::OfficersGroup</name>
    <message>
        <source>Add an officer …</source>
        <translation>添加人员…</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>生成密钥</translation>
    </message>
    <message>
        <source>Officers on this computer</source>
        <translation>本机的执法人员</translation>
    </message>
    <message>
        <source>The new officer fills this in. The key then waits until an officer who may write here admits it.</source>
        <translation>由新加入的执法人员本人填写。密钥生成后，须由有权在此记录的执法人员准入。</translation>
    </message>
    <message>
        <source>may write</source>
        <translation>可以记录</translation>
    </message>
    <message>
        <source>may not write</source>
        <translation>不可记录</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Retire %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>准入</translation>
    </message>
    <message>
        <source>Admit %1</source>
        <translation>准入 %1</translation>
    </message>
</context>
<context>
    <name>chayan::ui::PeopleList</name>
    <message>
        <source>Fingerprint %1</source>
        <translation>指纹 %1</translation>
    </message>
</context>
<context>
    <name>chayan::ui::PeopleView</name>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Nobody yet: whoever was there, as a witness or on behalf of the party, is added here.</source>
        <translation>尚无人员。在场的见证人、当事人一方人员等在此添加。</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>人员%1</translation>
    </message>
    <message>
        <source>Take person %1 off the list</source>
        <translation>将人员%1移出名单</translation>
    </message>
</context>
<context>
    <name>chayan::ui::PhonePanel</name>
    <message>
        <source>This computer is in no network. Switch its hotspot on, or join the network that the phone is in; the code appears here by itself.</source>
        <translation>本机未连接任何网络。请打开本机热点，或连接手机所在的网络；二维码会自动出现在这里。</translation>
    </message>
    <message>
        <source>What phones have sent</source>
        <translation>手机发来的文件</translation>
    </message>
    <message>
        <source>Photograph with a phone</source>
        <translation>用手机拍照</translation>
    </message>
    <message>
        <source>End the phone&apos;s access</source>
        <translation>结束手机接入</translation>
    </message>
    <message>
        <source>Point the phone&apos;s camera at the code and open the address. The phone must be in this computer&apos;s hotspot or in the same network.</source>
        <translation>用手机相机扫描二维码并打开网址。手机须连接本机热点，或与本机在同一网络中。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>QR code of the address</source>
        <translation>网址二维码</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>更换二维码</translation>
    </message>
    <message>
        <source>The old address answers no more; phones have to scan again.</source>
        <translation>旧网址随即失效，手机须重新扫码。</translation>
    </message>
    <message>
        <source>The way is not encrypted: whoever has the network&apos;s password could read along.</source>
        <translation>传输未加密：掌握该网络密码的人有可能窥见内容。</translation>
    </message>
    <message>
        <source>Wireless %1 (%2)</source>
        <translation>无线网络 %1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>Open for %n more minute(s) without use</source>
        <translation>
            <numerusform>无人使用时 %n 分钟后关闭</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed, since no phone used it. Take a new code to go on.</source>
        <translation>长时间无手机使用，已关闭。如需继续，请更换二维码。</translation>
    </message>
    <message>
        <source>Phone %1</source>
        <translation>手机 %1</translation>
    </message>
    <message>
        <source>Phone %1 (%2)</source>
        <translation>手机 %1（%2）</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>尚未收到文件。</translation>
    </message>
    <message>
        <source>%1 of %2 saved here · %3</source>
        <translation>本机已保存 %1 / %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 部</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::PhotoModel</name>
    <message>
        <source>being saved</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Photograph %1, %2, %3 code(s)</source>
        <translation>照片 %1，%2，%3 个码</translation>
    </message>
</context>
<context>
    <name>chayan::ui::PhotoSaver</name>
    <message>
        <source>Saving the pasted picture</source>
        <translation>正在保存粘贴的图片</translation>
    </message>
    <message>
        <source>The pasted picture is saved</source>
        <translation>粘贴的图片已保存</translation>
    </message>
    <message numerus="yes">
        <source>Saving %n photograph(s)</source>
        <translation>
            <numerusform>正在保存 %n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be saved; the others are.</source>
        <translation>
            <numerusform>%n 个文件未能保存；其余均已保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s) saved</source>
        <translation>
            <numerusform>已保存 %n 张照片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::PhotosView</name>
    <message>
        <source>No photographs yet. Choose some, or drag them here from a folder.</source>
        <translation>还没有照片。请选择照片，或从文件夹拖到这里。</translation>
    </message>
    <message>
        <source>Add photographs</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Add photographs …</source>
        <translation>添加照片…</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>照片</translation>
    </message>
    <message numerus="yes">
        <source>%n saved here</source>
        <translation>
            <numerusform>已存 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being saved</source>
        <translation>
            <numerusform>正在保存 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.heic)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.heic)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Watch a folder …</source>
        <translation>监视文件夹…</translation>
    </message>
    <message>
        <source>Into this visit</source>
        <translation>归入这次检查</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>停止监视</translation>
    </message>
    <message>
        <source>What arrives in %1 goes into this visit.</source>
        <translation>传到 %1 的照片归入这次检查。</translation>
    </message>
    <message>
        <source>What arrives in %1 goes into another visit.</source>
        <translation>传到 %1 的照片归入另一次检查。</translation>
    </message>
    <message>
        <source>The folder into which a phone uploads</source>
        <translation>手机上传照片的文件夹</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>拍摄</translation>
    </message>
    <message>
        <source>Take photographs with a camera, from a folder or a video</source>
        <translation>用摄像头、文件夹或视频拍照</translation>
    </message>
    <message>
        <source>Watch a folder: what a phone uploads there goes into this visit by itself.</source>
        <translation>监视文件夹：手机上传到那里的照片会自动进入本次检查。</translation>
    </message>
    <message>
        <source>Photograph with a phone</source>
        <translation>用手机拍照</translation>
    </message>
    <message>
        <source>From a camera or a card …</source>
        <translation>从相机或存储卡导入…</translation>
    </message>
</context>
<context>
    <name>chayan::ui::PictureView</name>
    <message>
        <source>Photograph</source>
        <translation>照片</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) outlined</source>
        <translation>
            <numerusform>标出 %n 个码</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::Rail</name>
    <message>
        <source>Places</source>
        <translation>功能区</translation>
    </message>
</context>
<context>
    <name>chayan::ui::ReceiptView</name>
    <message>
        <source>Whoever signed this receipt is not known here. Choose the receiver&apos;s certificate that came by another way than the receipt.</source>
        <translation>此处不认识签署这份回执的人。请选择接收方的证书，该证书应通过回执以外的途径取得。</translation>
    </message>
    <message>
        <source>Choose the certificate …</source>
        <translation>选择证书…</translation>
    </message>
    <message>
        <source>Receipt: %1</source>
        <translation>回执：%1</translation>
    </message>
    <message>
        <source>This receipt was taken in before.</source>
        <translation>这份回执以前已经收录。</translation>
    </message>
    <message>
        <source>The receipt is in your log.</source>
        <translation>回执已写入您的日志。</translation>
    </message>
    <message>
        <source>%1 (%2) received the bundle by %3 and found it intact.</source>
        <translation>%1（%2）在 %3 之前收到该证据包，并验证完好。</translation>
    </message>
    <message>
        <source>It was sent from here; the visits in it count as received now.</source>
        <translation>该证据包由此处发出；其中的检查现在记为对方已收到。</translation>
    </message>
    <message>
        <source>No bundle that this store let out is meant by it. It still proves that what it saw existed then.</source>
        <translation>它所指的不是本档案库发出的证据包，但仍能证明其所见内容在当时已经存在。</translation>
    </message>
    <message>
        <source>The receiver&apos;s certificate, received by another way</source>
        <translation>接收方的证书（通过其他途径取得）</translation>
    </message>
    <message>
        <source>Certificates (*.pem)</source>
        <translation>证书 (*.pem)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>chayan::ui::RecordsView</name>
    <message>
        <source>Sign the record</source>
        <translation>签署笔录</translation>
    </message>
    <message>
        <source>Sign the visit as it stands</source>
        <translation>按现状签署</translation>
    </message>
    <message>
        <source>Your signature covers everything recorded up to now. Whatever is added later stays visible as later.</source>
        <translation>您的签名涵盖到目前为止记录的全部内容；此后补充的内容会一直显示为后来补充。</translation>
    </message>
    <message>
        <source>Which record</source>
        <translation>文书种类</translation>
    </message>
    <message>
        <source>A note to the record (may stay empty)</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Signed by %1</source>
        <translation>签名：%1</translation>
    </message>
    <message>
        <source>Confirmed by %1</source>
        <translation>复核确认：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were made after this signature</source>
        <translation>
            <numerusform>签名之后又有 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>No second officer has confirmed it yet. Whoever shall do it on this computer is added in the settings.</source>
        <translation>尚无第二名执法人员确认。需要在本机确认的人员，请先在设置中添加。</translation>
    </message>
    <message>
        <source>Confirm as second officer</source>
        <translation>以第二名执法人员身份确认</translation>
    </message>
    <message>
        <source>Passphrase of the second officer</source>
        <translation>第二名执法人员的口令</translation>
    </message>
    <message>
        <source>Second officer</source>
        <translation>第二名执法人员</translation>
    </message>
    <message>
        <source>the second officer</source>
        <translation>第二名执法人员</translation>
    </message>
</context>
<context>
    <name>chayan::ui::ReferenceForm</name>
    <message>
        <source>Keep as a genuine reference</source>
        <translation>留作真品样本</translation>
    </message>
    <message>
        <source>A genuine reference</source>
        <translation>真品样本</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Those of its codes, where none are given</source>
        <translation>不填时采用图中条码的编码</translation>
    </message>
    <message>
        <source>%1: it is copied into the office&apos;s records, and stays there.</source>
        <translation>%1：将复制到本单位的记录中，并长期保存。</translation>
    </message>
    <message>
        <source>The photograph stays in its visit, and is kept as a reference of the office as well.</source>
        <translation>照片仍留在检查记录中，同时留作本单位的真品样本。</translation>
    </message>
    <message>
        <source>Keeping a genuine reference</source>
        <translation>正在保存真品样本</translation>
    </message>
    <message>
        <source>The genuine reference is kept</source>
        <translation>真品样本已保存</translation>
    </message>
</context>
<context>
    <name>chayan::ui::ReferenceModel</name>
    <message>
        <source>Out of use: %1</source>
        <translation>已停用：%1</translation>
    </message>
    <message>
        <source>the same article</source>
        <translation>同一商品</translation>
    </message>
</context>
<context>
    <name>chayan::ui::ReferencesView</name>
    <message>
        <source>Genuine labels, seals and marks that the office keeps, to lay a suspect beside them. Keep one from a file here, or a photograph of a visit where it is seen large.</source>
        <translation>本单位保存的真品标签、封签和防伪标识，用来与可疑物品比对。可在此从文件添加，也可在查看大图时将检查照片留作样本。</translation>
    </message>
    <message>
        <source>None has all these words.</source>
        <translation>没有包含这些词的样本。</translation>
    </message>
    <message>
        <source>Genuine references</source>
        <translation>真品样本库</translation>
    </message>
    <message>
        <source>Back to the visits</source>
        <translation>返回检查记录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Compare with which genuine one?</source>
        <translation>与哪个真品样本比对？</translation>
    </message>
    <message>
        <source>Find in the genuine references</source>
        <translation>在真品样本库中查找</translation>
    </message>
    <message>
        <source>Out of use too</source>
        <translation>包括已停用</translation>
    </message>
    <message>
        <source>Keep one from a file …</source>
        <translation>从文件添加…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>Lay the photograph over it</source>
        <translation>将照片与其叠合比对</translation>
    </message>
    <message>
        <source>Why it is out of use</source>
        <translation>停用原因</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>It stays, with the reason, and is not suggested any more.</source>
        <translation>样本连同原因继续保留，但不再推荐使用。</translation>
    </message>
    <message>
        <source>A picture of a genuine label</source>
        <translation>真品标签的图片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.heic)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.heic)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Hand it over to another office as a bundle</source>
        <translation>打包移交给其他单位</translation>
    </message>
    <message>
        <source>Brand, goods, number or giver</source>
        <translation>品牌、商品、商品条码、提供方</translation>
    </message>
    <message>
        <source>Why, as: a new design</source>
        <translation>停用原因，例如：包装改版</translation>
    </message>
</context>
<context>
    <name>chayan::ui::ReportGroup</name>
    <message>
        <source>Show what it contains</source>
        <translation>查看其内容</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Problem report</source>
        <translation>问题报告</translation>
    </message>
    <message>
        <source>For whoever helps when something does not work: versions, figures and what failed. No name, title, value or file name is in it, and nothing is sent.</source>
        <translation>出现问题时供技术人员参考：版本、数字和出错情况。其中不含任何姓名、标题、填写内容或文件名，也不会发送到任何地方。</translation>
    </message>
    <message>
        <source>What the problem report contains</source>
        <translation>问题报告的内容</translation>
    </message>
    <message>
        <source>Where the problem report goes</source>
        <translation>问题报告保存到哪里</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>chayan::ui::ReportView</name>
    <message>
        <source>Every record and every file is as it was signed, and all who signed are known here.</source>
        <translation>每条记录、每个文件都与签名时一致，所有签名人均为本机已知。</translation>
    </message>
    <message>
        <source>Every record and every file is as it was signed. But a key behind it is not known here: compare its fingerprint with the officer, in person or by phone, before you rely on it.</source>
        <translation>每条记录、每个文件都与签名时一致。但其中有本机未知的密钥：在采信之前，请当面或通过电话与该执法人员核对指纹。</translation>
    </message>
    <message>
        <source>Something in it was changed, is missing, or was never right. Do not rely on it; keep the file as it is and ask the sender for a new one.</source>
        <translation>其中有内容被改动、缺失或本来就不正确。请勿采信；保留该文件原样，并请发送方重新提供。</translation>
    </message>
    <message>
        <source>The file is whole and nothing is hidden in it.</source>
        <translation>文件完整，没有夹带隐藏内容。</translation>
    </message>
    <message>
        <source>Every file is there and unchanged.</source>
        <translation>每个文件都在，且未被改动。</translation>
    </message>
    <message>
        <source>The sender&apos;s signature fits these very files.</source>
        <translation>发送方的签名与这些文件相符。</translation>
    </message>
    <message>
        <source>No record was changed, added or taken out of a visit.</source>
        <translation>没有记录被改动、添加或从检查中抽走。</translation>
    </message>
    <message>
        <source>Each record has its place in the sender&apos;s log.</source>
        <translation>每条记录在发送方的日志中都有其位置。</translation>
    </message>
    <message>
        <source>Each photograph is the one that was recorded.</source>
        <translation>每张照片都是当时记录的那一张。</translation>
    </message>
    <message>
        <source>Signatures show which key was used, not who held it. Times are what the sender&apos;s computer claimed.</source>
        <translation>签名说明使用了哪把密钥，不说明由谁持有。时间为发送方电脑所称。</translation>
    </message>
    <message>
        <source>Verify another bundle</source>
        <translation>验证另一个证据包</translation>
    </message>
    <message>
        <source>What is inside</source>
        <translation>内容</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n 份案卷</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s) or other original(s)</source>
        <translation>
            <numerusform>%n 个照片或其他原件</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed on %1, by the sender&apos;s clock</source>
        <translation>签名时间：%1（发送方时钟）</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) withheld by the sender</source>
        <translation>
            <numerusform>发送方保留了 %n 项内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Who signed</source>
        <translation>签名人</translation>
    </message>
    <message>
        <source>known here</source>
        <translation>本机已知</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>本机未知</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n of the entries</source>
        <translation>
            <numerusform>其中 %n 条记录由其写入</numerusform>
        </translation>
    </message>
    <message>
        <source>Fingerprint %1</source>
        <translation>指纹 %1</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>核验项目</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>the key may be in wrong hands</source>
        <translation>密钥可能已落入他人之手</translation>
    </message>
    <message>
        <source>Compare the fingerprint …</source>
        <translation>核对指纹…</translation>
    </message>
    <message>
        <source>Compare the fingerprint of %1</source>
        <translation>核对 %1 的指纹</translation>
    </message>
    <message>
        <source>It existed unchanged by %1: receipt of %2.</source>
        <translation>最迟在 %1 已存在且未变：%2 的回执。</translation>
    </message>
    <message>
        <source>The first %1 entries of a log in it existed by %2: receipt of %3.</source>
        <translation>其中某日志的前 %1 条记录最迟在 %2 已存在：%3 的回执。</translation>
    </message>
    <message>
        <source>It existed unchanged by %1: time-stamp of %2, whose key is not known here.</source>
        <translation>截至 %1 已存在且未变：%2 的时间戳，此处不认识其密钥。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::SealedGate</name>
    <message>
        <source>Show and fill in</source>
        <translation>查看并填写</translation>
    </message>
    <message>
        <source>Sealed: %1. It is encrypted, and goes along with a bundle only if you leave it in. Who looks at it, when and why is recorded.</source>
        <translation>密封内容：%1。已加密保存；移交时可选择不附。何人、何时、因何查看，都会记录。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Reason, as it is recorded: filling in, calling back …</source>
        <translation>理由（将被记录）：填写、回访…</translation>
    </message>
    <message>
        <source>Reason to look at what is sealed</source>
        <translation>查看密封内容的理由</translation>
    </message>
</context>
<context>
    <name>chayan::ui::SearchPage</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Party, place, code, lot, phone, a word of the findings</source>
        <translation>当事人、地点、条码、批号、电话、现场情况中的词语</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>搜索内容</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Look for something</source>
        <translation>搜索内容</translation>
    </message>
    <message>
        <source>Every word must occur. Sealed values are never found.</source>
        <translation>各词须同时出现。密封内容不在搜索范围内。</translation>
    </message>
    <message numerus="yes">
        <source>Found in %n visit(s)</source>
        <translation>
            <numerusform>在 %n 次检查中找到</numerusform>
        </translation>
    </message>
    <message>
        <source>the newest %1 are listed</source>
        <translation>列出最新的 %1 次</translation>
    </message>
    <message>
        <source>Nothing was found. A word of four characters or more also finds what only begins so; a shorter one must be whole.</source>
        <translation>没有找到。四个及以上字母或数字的词可只输开头；更短的须输完整。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message numerus="yes">
        <source>after %n min</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message>
        <source>never by itself</source>
        <translation>不自动锁定</translation>
    </message>
    <message>
        <source>Lock when nobody is at work</source>
        <translation>无人操作时锁定</translation>
    </message>
    <message>
        <source>You and this store</source>
        <translation>您与本记录库</translation>
    </message>
    <message>
        <source>Officer at work</source>
        <translation>当前执法人员</translation>
    </message>
    <message>
        <source>Fingerprint, to compare with others</source>
        <translation>指纹（供他人核对）</translation>
    </message>
    <message>
        <source>Folder of the records</source>
        <translation>记录所在文件夹</translation>
    </message>
</context>
<context>
    <name>chayan::ui::SourceBar</name>
    <message>
        <source>New pictures only</source>
        <translation>只看新图片</translation>
    </message>
    <message>
        <source>All, 1 a second</source>
        <translation>全部，每秒 1 张</translation>
    </message>
    <message>
        <source>All, 5 a second</source>
        <translation>全部，每秒 5 张</translation>
    </message>
    <message>
        <source>All, 25 a second</source>
        <translation>全部，每秒 25 张</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Back to the photographs</source>
        <translation>返回照片</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Resolution or rate</source>
        <translation>分辨率或速度</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Pictures that lie in a folder, or come into it, in place of a camera</source>
        <translation>用文件夹里已有的或新到的图片代替摄像头</translation>
    </message>
    <message>
        <source>Video …</source>
        <translation>视频…</translation>
    </message>
    <message>
        <source>The frames of a video file in place of a camera</source>
        <translation>用视频文件的画面代替摄像头</translation>
    </message>
    <message>
        <source>Pause the video, or go on</source>
        <translation>暂停或继续播放视频</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>没有摄像头</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>重新播放</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The folder that serves as a camera</source>
        <translation>代替摄像头的文件夹</translation>
    </message>
    <message>
        <source>The video file that serves as a camera</source>
        <translation>代替摄像头的视频文件</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.mov *.mkv *.webm *.avi *.3gp)</source>
        <translation>视频 (*.mp4 *.mov *.mkv *.webm *.avi *.3gp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>chayan::ui::StartPage</name>
    <message>
        <source>Opening the store …</source>
        <translation>正在打开记录库…</translation>
    </message>
    <message>
        <source>Who writes here?</source>
        <translation>由谁记录？</translation>
    </message>
    <message>
        <source>Chayan makes a key for you. It signs everything you record, so that others can check it.</source>
        <translation>查验会为您生成一把密钥。您的每条记录都由它签名，便于他人核验。</translation>
    </message>
    <message>
        <source>Records will lie in %1</source>
        <translation>记录将保存在 %1</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open a store that exists …</source>
        <translation>打开已有的记录库…</translation>
    </message>
    <message>
        <source>Open a store that exists</source>
        <translation>打开已有的记录库</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>The backup&apos;s folder</source>
        <translation>备份所在文件夹</translation>
    </message>
    <message>
        <source>Only having a look? The demonstration has visits, bundles and photographs, all made up.</source>
        <translation>只想看看？演示中有检查、证据包和照片，全部为虚构。</translation>
    </message>
    <message>
        <source>Show the demonstration</source>
        <translation>查看演示</translation>
    </message>
    <message>
        <source>Making the demonstration</source>
        <translation>正在准备演示</translation>
    </message>
    <message>
        <source>This is the demonstration. What to try stands under Bundles.</source>
        <translation>这是演示。可以试用的内容在“证据包”页。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::StatusStrip</name>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>%1, unlocked</source>
        <translation>%1，已解锁</translation>
    </message>
    <message numerus="yes">
        <source>%1, unlocked %n min</source>
        <translation>
            <numerusform>%1，已解锁 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>A backup is due; it is made in the settings.</source>
        <translation>该做备份了，请在设置中进行。</translation>
    </message>
    <message>
        <source>Backups are made in the settings.</source>
        <translation>在设置中进行备份。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::TakingIn</name>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n 份案卷</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s) or other original(s)</source>
        <translation>
            <numerusform>%n 个照片或其他原件</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it into the records</source>
        <translation>收入本机记录</translation>
    </message>
    <message>
        <source>Take it in all the same</source>
        <translation>仍然收入</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Taking in %1</source>
        <translation>正在收入 %1</translation>
    </message>
    <message>
        <source>%1 is taken in</source>
        <translation>已收入 %1</translation>
    </message>
    <message>
        <source>It is in the records.</source>
        <translation>已收入本机记录。</translation>
    </message>
    <message>
        <source>All of it was here already.</source>
        <translation>其内容本机均已有。</translation>
    </message>
    <message>
        <source>New here: %1</source>
        <translation>新收入：%1</translation>
    </message>
    <message>
        <source>Known before: %1</source>
        <translation>原已有：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) were set differently here and there.</source>
        <translation>
            <numerusform>有 %n 处内容两边填写不一致。</numerusform>
        </translation>
    </message>
    <message>
        <source>A log exists in two versions that differ from entry %1 on at the latest.</source>
        <translation>有一个日志存在两个版本，最迟自第 %1 条起不同。</translation>
    </message>
    <message>
        <source>Both are kept. Ask the office whether a laptop was copied or restored.</source>
        <translation>两者均保留。请询问该单位是否复制或恢复过电脑。</translation>
    </message>
    <message>
        <source>This store had been further once than it was today.</source>
        <translation>本记录库曾有比今天更多的记录。</translation>
    </message>
    <message>
        <source>It seems to have been restored or copied. It goes on in a new log.</source>
        <translation>可能经过恢复或复制。今后在新的日志中继续。</translation>
    </message>
    <message>
        <source>Open what came</source>
        <translation>打开收入的内容</translation>
    </message>
    <message>
        <source>Save the receipt for the sender …</source>
        <translation>保存给发送方的回执…</translation>
    </message>
    <message>
        <source>Where the receipt goes</source>
        <translation>回执保存位置</translation>
    </message>
    <message>
        <source>What is in it then stands among your records, under the names of those who wrote it.</source>
        <translation>其内容将与您的记录并列，署名仍为原记录人。</translation>
    </message>
    <message>
        <source>You can take it in before the key is known. Nobody has confirmed then that it comes from the office it names.</source>
        <translation>密钥未经核对也可以收入。但其是否确由所称单位出具，尚无人确认。</translation>
    </message>
    <message>
        <source>Both are kept. Open the visit and choose under Disagreements which one holds.</source>
        <translation>两边的内容都保留。请打开该检查，在“不一致”中选定以哪一个为准。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::TaskStrip</name>
    <message>
        <source>Cancel this task</source>
        <translation>取消此任务</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1: ending</source>
        <translation>%1：正在结束</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1（另有 %n 项）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>剩余 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>剩余 %n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::Toast</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>chayan::ui::TrafficView</name>
    <message>
        <source>Drop a bundle anywhere in this window to see whether it is intact and who signed it. To hand a visit over, open it and choose Hand over.</source>
        <translation>把证据包拖到本窗口任意位置，即可查看它是否完好、由谁签名。要移交一次检查，请打开该检查并选择“移交”。</translation>
    </message>
    <message>
        <source>Choose a bundle …</source>
        <translation>选择证据包…</translation>
    </message>
    <message>
        <source>Sent and received</source>
        <translation>发送与接收</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>验证证据包</translation>
    </message>
    <message>
        <source>Drop a bundle or a receipt anywhere in this window. To hand a visit over, open it and choose Hand over.</source>
        <translation>把证据包或回执拖到本窗口任意位置即可。要移交一次检查，请打开该检查并选择“移交”。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Sent to %1</source>
        <translation>发送给 %1</translation>
    </message>
    <message>
        <source>Received from %1</source>
        <translation>收自 %1</translation>
    </message>
    <message>
        <source>Untitled visit</source>
        <translation>未命名的检查</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Received by %1, %2</source>
        <translation>%1 已收到，%2</translation>
    </message>
    <message>
        <source>No receipt has come home yet</source>
        <translation>尚未收到回执</translation>
    </message>
    <message>
        <source>To try, in the demonstration</source>
        <translation>演示中可以试用</translation>
    </message>
    <message>
        <source>Verify a bundle that came</source>
        <translation>验证收到的证据包</translation>
    </message>
    <message>
        <source>Verify one that was tampered with</source>
        <translation>验证被篡改的证据包</translation>
    </message>
</context>
<context>
    <name>chayan::ui::TrustDecision</name>
    <message>
        <source>Trust this key</source>
        <translation>信任此密钥</translation>
    </message>
    <message>
        <source>Ask %1 in person or by phone to read out the fingerprint, and type what you hear: the first %2 digits or more. Do not copy it from above.</source>
        <translation>请当面或通过电话请 %1 念出指纹，并输入您听到的内容：至少前 %2 位。不要照抄上面的指纹。</translation>
    </message>
    <message>
        <source>Fingerprint as it was read out</source>
        <translation>对方念出的指纹</translation>
    </message>
    <message>
        <source>Compare with a certificate …</source>
        <translation>与证书核对…</translation>
    </message>
    <message>
        <source>It is the same. From now on this officer&apos;s signatures count here.</source>
        <translation>一致。信任后，该执法人员的签名在本机有效。</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) more</source>
        <translation>
            <numerusform>还差 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>It differs. If nothing was misheard, the bundle is not from this officer.</source>
        <translation>不一致。如无听错，则证据包并非出自该执法人员。</translation>
    </message>
    <message>
        <source>The officer&apos;s certificate, received by another way</source>
        <translation>通过其他途径收到的执法人员证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem)</source>
        <translation>证书 (*.pem)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>chayan::ui::TrustedGroup</name>
    <message>
        <source>Keys of other offices that count here</source>
        <translation>本机信任的其他单位密钥</translation>
    </message>
    <message>
        <source>None yet. Verify a bundle of another office; its report leads to comparing the fingerprint.</source>
        <translation>尚无。核验其他单位的证据包后，可在报告中核对指纹。</translation>
    </message>
    <message>
        <source>%1 · only what was seen before %2</source>
        <translation>%1 · 仅 %2 之前所见有效</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · 自 %2 起</translation>
    </message>
    <message>
        <source>Key is lost</source>
        <translation>密钥遗失</translation>
    </message>
    <message>
        <source>The key of %1 is lost</source>
        <translation>%1 的密钥遗失</translation>
    </message>
    <message>
        <source>From now on only what was seen here before counts.</source>
        <translation>今后仅此前在本机所见的内容有效。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the trust in %1</source>
        <translation>撤销对 %1 的信任</translation>
    </message>
</context>
<context>
    <name>chayan::ui::UpkeepGroup</name>
    <message>
        <source>Check everything</source>
        <translation>全面检查</translation>
    </message>
    <message>
        <source>Back up …</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Care of the records</source>
        <translation>记录维护</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>尚无备份。</translation>
    </message>
    <message>
        <source>Backed up today</source>
        <translation>今天已备份</translation>
    </message>
    <message numerus="yes">
        <source>Backed up %n day(s) ago</source>
        <translation>
            <numerusform>%n 天前备份</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking the records</source>
        <translation>正在检查记录</translation>
    </message>
    <message>
        <source>The records are whole</source>
        <translation>记录完好</translation>
    </message>
    <message>
        <source>The records are not whole</source>
        <translation>记录有损</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s) or other original(s)</source>
        <translation>
            <numerusform>%n 个照片或其他原件</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is as it was recorded and signed.</source>
        <translation>全部内容与记录和签名时一致。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the backup goes, best on another disk</source>
        <translation>备份位置，最好在另一块硬盘上</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>已备份到 %1</translation>
    </message>
</context>
<context>
    <name>chayan::ui::VideoSource</name>
    <message>
        <source>The video cannot be played.</source>
        <translation>这个视频无法播放。</translation>
    </message>
    <message>
        <source>It may need a decoder that this computer does not have. What was taken is kept.</source>
        <translation>可能缺少相应的解码器。已拍的都保留着。</translation>
    </message>
</context>
<context>
    <name>chayan::ui::VisitListModel</name>
    <message>
        <source>Untitled visit</source>
        <translation>未命名的检查</translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>offices disagree</source>
        <translation>各单位填写不一致</translation>
    </message>
</context>
<context>
    <name>chayan::ui::VisitView</name>
    <message>
        <source>Hand over …</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Hand over as a bundle</source>
        <translation>移交为证据包</translation>
    </message>
    <message>
        <source>Parts of the visit</source>
        <translation>检查的组成部分</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>笔录</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>物品</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Untitled visit</source>
        <translation>未命名的检查</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>chayan::ui::VisitsPage</name>
    <message>
        <source>Visits</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>新建检查</translation>
    </message>
    <message>
        <source>A visit holds what you saw on site: the record, the goods, the photographs. Each field is saved as you leave it.</source>
        <translation>一次检查保存您在现场所见：笔录、物品、照片。每填完一项，离开时即自动保存。</translation>
    </message>
    <message>
        <source>Hand over as a bundle</source>
        <translation>移交为证据包</translation>
    </message>
    <message>
        <source>Add photographs</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Paste a photograph</source>
        <translation>粘贴照片</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>显示笔录</translation>
    </message>
    <message>
        <source>Show the photographs</source>
        <translation>显示照片</translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>显示历史</translation>
    </message>
    <message>
        <source>Find in visits</source>
        <translation>在检查中查找</translation>
    </message>
    <message>
        <source>In no visit. Every word must occur; sealed values are never found.</source>
        <translation>没有符合的检查。各词须同时出现；密封内容不在查找范围内。</translation>
    </message>
    <message>
        <source>Show the goods</source>
        <translation>显示物品</translation>
    </message>
    <message>
        <source>History of this field</source>
        <translation>此项的填写历史</translation>
    </message>
    <message>
        <source>Show the signatures</source>
        <translation>查看签名</translation>
    </message>
    <message>
        <source>Show what offices set differently</source>
        <translation>查看各单位填写不一致之处</translation>
    </message>
    <message>
        <source>Show the people</source>
        <translation>显示人员</translation>
    </message>
    <message>
        <source>Take photographs with a camera</source>
        <translation>用摄像头拍照</translation>
    </message>
    <message>
        <source>Photograph with a phone</source>
        <translation>用手机拍照</translation>
    </message>
    <message>
        <source>Genuine references</source>
        <translation>真品样本库</translation>
    </message>
    <message>
        <source>Scan the label of a photograph</source>
        <translation>扫描照片中的标签</translation>
    </message>
    <message>
        <source>Compare with a genuine reference</source>
        <translation>与真品样本比对</translation>
    </message>
    <message>
        <source>Keep as a genuine reference</source>
        <translation>留作真品样本</translation>
    </message>
    <message>
        <source>Take photographs from a camera or a card</source>
        <translation>从相机或存储卡导入照片</translation>
    </message>
</context>
<context>
    <name>check</name>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>List of files</source>
        <translation>文件清单</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Proofs</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>原件</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>The key of %1 (%2, %3) signed this bundle; %4.</source>
        <translation>本证据包由%1（%2，%3）的密钥签名；%4。</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>指纹：%1</translation>
    </message>
    <message>
        <source>Entries by %1: %2 (%3).</source>
        <translation>%1的记录：%2 条（%3）。</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>已信任</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>本机不认识</translation>
    </message>
    <message>
        <source>no scheme known here fits this text</source>
        <translation>没有已知的编码规则与此文本相符</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>%1: %2 records and %3 originals, %4 bytes</source>
        <translation>%1：%2 条记录，%3 件原件，%4 字节</translation>
    </message>
    <message>
        <source>The store is ready: %1</source>
        <translation>证据库已建好：%1</translation>
    </message>
    <message>
        <source>Certificate to give to others: %1</source>
        <translation>可交给他人的证书：%1</translation>
    </message>
    <message>
        <source>Nobody can recover the passphrase; there is no back door.</source>
        <translation>口令无人能够找回，也没有后门。</translation>
    </message>
    <message>
        <source>%1 records, %2 originals, %3 bytes checked.</source>
        <translation>已核验记录 %1 条、原件 %2 份，共 %3 字节。</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>另有 %1 处。</translation>
    </message>
    <message>
        <source>Everything is as it was recorded and signed.</source>
        <translation>一切均与记录和签名相符。</translation>
    </message>
    <message>
        <source>Taken in: dossiers with news: %1, entries: %2, originals: %3.</source>
        <translation>已导入：有新内容的案卷 %1 份，记录 %2 条，原件 %3 个。</translation>
    </message>
    <message>
        <source>Already there: dossiers: %1, entries: %2, originals: %3.</source>
        <translation>原已存在：案卷 %1 份，记录 %2 条，原件 %3 个。</translation>
    </message>
    <message>
        <source>Conflicts that somebody has to settle: %1.</source>
        <translation>有待人工裁定的冲突：%1 处。</translation>
    </message>
    <message>
        <source>Log %1 exists in two versions that differ from entry %2 on at the latest. Both are kept. Ask the office whether a laptop was copied or restored.</source>
        <translation>日志 %1 存在两个版本，最迟自第 %2 条记录起不同。两者均予保留。请向对方单位核实是否有电脑被复制或恢复过。</translation>
    </message>
    <message>
        <source>This store had been further once than it was today: it seems to have been restored or copied. It goes on in a new log.</source>
        <translation>本证据库曾有比今天更新的内容，看来被恢复或复制过。此后将在新的日志中继续记录。</translation>
    </message>
    <message>
        <source>%1 (%2) confirms to have received it by %3. What the receipt covers existed not later than that.</source>
        <translation>%1（%2）确认不晚于 %3 已收到。回执所涵盖的内容在此之前已存在。</translation>
    </message>
    <message>
        <source>its key may be in wrong hands</source>
        <translation>其密钥可能已落入他人之手</translation>
    </message>
    <message>
        <source>It existed unchanged by %1 (receipt of %2, %3).</source>
        <translation>不晚于 %1 已存在且此后未变（%2 的回执，%3）。</translation>
    </message>
    <message>
        <source>The first %4 entries of log %5 existed by %1 (receipt of %2, %3).</source>
        <translation>日志 %5 的前 %4 条记录不晚于 %1 已存在（%2 的回执，%3）。</translation>
    </message>
    <message>
        <source>The signer states that it is complete; that cannot be proven from this bundle alone.</source>
        <translation>签名人声明内容完整；仅凭本证据包无法证明这一点。</translation>
    </message>
    <message>
        <source>The signer states that it is a selection, and that each dossier is complete up to its newest entries; that cannot be proven from this bundle alone.</source>
        <translation>签名人声明这是选取的一部分，且每份案卷截至其最新记录均完整；仅凭本证据包无法证明这一点。</translation>
    </message>
    <message>
        <source>Withheld: values: %1, originals: %2.</source>
        <translation>未提供：密封值 %1 项，原件 %2 个。</translation>
    </message>
    <message>
        <source>Signatures show which key was used, not who held it. Other times are the laptop&apos;s claim.</source>
        <translation>签名只表明使用了哪把密钥，不表明由谁持有。其余时间均为电脑自报。</translation>
    </message>
    <message>
        <source>Signatures of %1 (%2, %3) count from now on. Have you compared the fingerprint with its holder? %4</source>
        <translation>自即日起采信 %1（%2，%3）的签名。是否已与持有人核对指纹？%4</translation>
    </message>
    <message>
        <source>only what was seen before %1</source>
        <translation>仅采信 %1 之前已见到的内容</translation>
    </message>
    <message>
        <source>Write a bundle that anyone can verify</source>
        <translation>导出任何人都能核验的证据包</translation>
    </message>
    <message>
        <source>The file to write</source>
        <translation>要写出的文件</translation>
    </message>
    <message>
        <source>A dossier to hand over</source>
        <translation>要移交的案卷</translation>
    </message>
    <message>
        <source>All dossiers</source>
        <translation>全部案卷</translation>
    </message>
    <message>
        <source>Verify a bundle and take it in</source>
        <translation>核验证据包并导入</translation>
    </message>
    <message>
        <source>The bundle</source>
        <translation>证据包</translation>
    </message>
    <message>
        <source>Also when a key behind it is not known here</source>
        <translation>即使其中有本机不认识的密钥也导入</translation>
    </message>
    <message>
        <source>Write a receipt for the sender to this file</source>
        <translation>为移交方写出回执文件</translation>
    </message>
    <message>
        <source>Keep a receipt that came home</source>
        <translation>保存收到的回执</translation>
    </message>
    <message>
        <source>The receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>The receiver&apos;s certificate (PEM)</source>
        <translation>接收方的证书（PEM）</translation>
    </message>
    <message>
        <source>Verify a bundle; needs no store</source>
        <translation>核验证据包，不需要证据库</translation>
    </message>
    <message>
        <source>Certificates whose signatures count (PEM)</source>
        <translation>签名可信的证书（PEM）</translation>
    </message>
    <message>
        <source>Verify the whole store: records, signatures, every original</source>
        <translation>核验整个证据库：记录、签名、每一份原件</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>口令：</translation>
    </message>
    <message>
        <source>The same once more: </source>
        <translation>请再输入一次：</translation>
    </message>
    <message>
        <source>Differs between offices: %1: %2</source>
        <translation>各单位填写不一致：%1：%2</translation>
    </message>
    <message>
        <source>Setting the field again (visit set) decides between them.</source>
        <translation>重新填写该字段（visit set）即可作出取舍。</translation>
    </message>
    <message>
        <source>%1 fictional visits, %2 photographs.</source>
        <translation>已写入 %1 次虚构的检查，%2 张照片。</translation>
    </message>
    <message>
        <source>Fill an empty store with fictional visits</source>
        <translation>在空证据库中写入虚构的检查</translation>
    </message>
    <message>
        <source>The same seed, the same content</source>
        <translation>种子相同，内容相同</translation>
    </message>
    <message>
        <source>A folder of pictures by the names of the program&apos;s own</source>
        <translation>图片文件夹，文件名与程序自带的相同</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>SUBCOMMAND</source>
        <translation>子命令</translation>
    </message>
    <message>
        <source>SUBCOMMANDS</source>
        <translation>子命令</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Positionals</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Subcommands</source>
        <translation>子命令</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>INT</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>UINT</source>
        <translation>正整数</translation>
    </message>
    <message>
        <source>Env</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Print this help and exit</source>
        <translation>显示本帮助后退出</translation>
    </message>
    <message>
        <source>Say what strings mean; needs no store</source>
        <translation>说明编码的含义，不需要证据库</translation>
    </message>
    <message>
        <source>Judge by this scheme alone</source>
        <translation>只按这一种编码规则判断</translation>
    </message>
    <message>
        <source>The strings</source>
        <translation>要说明的字符串</translation>
    </message>
    <message>
        <source>Make a store and the officer&apos;s key and certificate</source>
        <translation>建立证据库，并生成执法人员的密钥和证书</translation>
    </message>
    <message>
        <source>The officer&apos;s name</source>
        <translation>执法人员姓名</translation>
    </message>
    <message>
        <source>The number of the officer&apos;s badge</source>
        <translation>执法证号</translation>
    </message>
    <message>
        <source>The agency&apos;s name</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>The division, six digits of GB/T 2260</source>
        <translation>行政区划代码，GB/T 2260 六位数字</translation>
    </message>
    <message>
        <source>Chayan: inspect goods and hand over evidence that anyone can verify</source>
        <translation>查验：检查货物，移交任何人都能核验的证据</translation>
    </message>
    <message>
        <source>Answer with one JSON document on stdout</source>
        <translation>在标准输出以一份 JSON 文档作答</translation>
    </message>
    <message>
        <source>zh_CN or en</source>
        <translation>zh_CN 或 en</translation>
    </message>
    <message>
        <source>The store&apos;s folder</source>
        <translation>证据库所在文件夹</translation>
    </message>
    <message>
        <source>A file that holds the officer&apos;s passphrase</source>
        <translation>存有执法人员口令的文件</translation>
    </message>
    <message>
        <source>Whose key to use: a fingerprint, where several are here</source>
        <translation>使用谁的密钥：本机有多名人员时给出指纹</translation>
    </message>
    <message>
        <source>Visits: inspections on site</source>
        <translation>检查：现场检查</translation>
    </message>
    <message>
        <source>Bundles: evidence on its way</source>
        <translation>证据包：移交中的证据</translation>
    </message>
    <message>
        <source>Trust: whose signatures count</source>
        <translation>信任：哪些人的签名可信</translation>
    </message>
    <message>
        <source>Read all codes in pictures; needs no store</source>
        <translation>识读图片中的全部条码，不需要证据库</translation>
    </message>
    <message>
        <source>How long to look at one picture, in milliseconds</source>
        <translation>每张图片的识读时限，毫秒</translation>
    </message>
    <message>
        <source>The pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Let a certificate&apos;s signatures count</source>
        <translation>信任一份证书的签名</translation>
    </message>
    <message>
        <source>The certificate, compared with its holder</source>
        <translation>证书，须已与持有人当面核对</translation>
    </message>
    <message>
        <source>List the certificates whose signatures count</source>
        <translation>列出签名可信的证书</translation>
    </message>
    <message>
        <source>Let a certificate&apos;s signatures count no longer</source>
        <translation>不再信任一份证书的签名</translation>
    </message>
    <message>
        <source>Whose: 64 hex digits</source>
        <translation>证书指纹，64 位十六进制数字</translation>
    </message>
    <message>
        <source>Only what was seen here before this date still counts</source>
        <translation>仅此日期前已在本机见过的内容仍然可信</translation>
    </message>
    <message>
        <source>Open a visit</source>
        <translation>新建检查</translation>
    </message>
    <message>
        <source>What is known of it</source>
        <translation>已知的内容</translation>
    </message>
    <message>
        <source>Set fields of a visit</source>
        <translation>填写检查的字段</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>检查的编号</translation>
    </message>
    <message>
        <source>What to set</source>
        <translation>要填写的内容</translation>
    </message>
    <message>
        <source>Show a visit</source>
        <translation>查看检查</translation>
    </message>
    <message>
        <source>List the visits</source>
        <translation>列出各次检查</translation>
    </message>
    <message>
        <source>Add photographs to a visit and read their codes</source>
        <translation>为检查添加照片，并识读其中的条码</translation>
    </message>
    <message>
        <source>One line of JSON a photograph, as soon as it is durable</source>
        <translation>每张照片落盘后即输出一行 JSON</translation>
    </message>
    <message>
        <source>The photographs</source>
        <translation>照片文件</translation>
    </message>
    <message>
        <source>Backed up to %1: %2 originals, %3 bytes.</source>
        <translation>已备份到 %1：原件 %2 份，共 %3 字节。</translation>
    </message>
    <message>
        <source>Restored to %1: %2 originals, %3 bytes. The next record starts a new log that names the old one&apos;s last checkpoint.</source>
        <translation>已恢复到 %1：原件 %2 份，共 %3 字节。下一条记录将开启新的日志，并写明旧日志的最后一个检查点。</translation>
    </message>
    <message>
        <source>Sealed values disclosed to whoever reads the bundle: %1. Use --redact to keep them back.</source>
        <translation>向读取该证据包的任何人披露的密封内容：%1 项。用 --redact 可以保留不披露。</translation>
    </message>
    <message>
        <source>Keep back every sealed value</source>
        <translation>保留全部密封内容，不予披露</translation>
    </message>
    <message>
        <source>Whom it is for, as the statement says</source>
        <translation>移交对象，写入声明</translation>
    </message>
    <message>
        <source>What it is for, as the statement says</source>
        <translation>移交用途，写入声明</translation>
    </message>
    <message>
        <source>Officers who work on this laptop</source>
        <translation>在本机工作的执法人员</translation>
    </message>
    <message>
        <source>Records: signed by one officer, confirmed by another</source>
        <translation>笔录：一人签名，另一人确认</translation>
    </message>
    <message>
        <source>A new log was started in this officer&apos;s name. What was sealed before stays closed.</source>
        <translation>已以该执法人员的名义开始新的日志。此前密封的内容仍然封存。</translation>
    </message>
    <message>
        <source>An officer who may write here must admit this one: “officer admit %1”.</source>
        <translation>须由有权在此写入的执法人员准入：“officer admit %1”。</translation>
    </message>
    <message>
        <source>may write</source>
        <translation>可以写入</translation>
    </message>
    <message>
        <source>may not write</source>
        <translation>不可写入</translation>
    </message>
    <message>
        <source>The officer&apos;s fingerprint, or certificate</source>
        <translation>执法人员的指纹或证书</translation>
    </message>
    <message>
        <source>Make a further officer&apos;s key and certificate</source>
        <translation>为另一位执法人员生成密钥和证书</translation>
    </message>
    <message>
        <source>Start a new log on this store, when no officer is left who could admit this one</source>
        <translation>在此库中开始新的日志，用于已无人能够准入该人员的情形</translation>
    </message>
    <message>
        <source>Let an officer whose key lies here write</source>
        <translation>准许密钥存于此处的执法人员写入</translation>
    </message>
    <message>
        <source>End an officer&apos;s right to write here</source>
        <translation>终止执法人员在此写入的权限</translation>
    </message>
    <message>
        <source>List the officers of this store</source>
        <translation>列出此库的执法人员</translation>
    </message>
    <message>
        <source>If it is forgotten, another admitted officer of this store goes on and admits a new key; if there is none, “officer new --take-over” starts a new log here, and what was sealed before stays closed.</source>
        <translation>如果忘记，由此库中另一位已准入的执法人员继续工作并准入新的密钥；如果没有，“officer new --take-over”在此开始新的日志，此前密封的内容仍然封存。</translation>
    </message>
    <message>
        <source>Sign a dossier as it stands as a record</source>
        <translation>将案卷现状签名为笔录</translation>
    </message>
    <message>
        <source>The dossier</source>
        <translation>案卷</translation>
    </message>
    <message>
        <source>The number of the paper form, or the record&apos;s name</source>
        <translation>纸质文书的编号或笔录的名称</translation>
    </message>
    <message>
        <source>A note to the record</source>
        <translation>笔录附注</translation>
    </message>
    <message>
        <source>Confirm a record with another officer&apos;s own key</source>
        <translation>由另一位执法人员用自己的密钥确认笔录</translation>
    </message>
    <message>
        <source>The record; the newest when none is named</source>
        <translation>笔录；未指明时为最新一份</translation>
    </message>
    <message>
        <source>Without a passphrase, sealed values and the names of files are left out.</source>
        <translation>没有口令，密封内容和文件名不予显示。</translation>
    </message>
    <message>
        <source>Another program is writing here; sealed values and the names of files are left out, since looking at them is recorded.</source>
        <translation>另一个程序正在此写入；查看密封内容须留下记录，因此密封内容和文件名不予显示。</translation>
    </message>
    <message>
        <source>Record %1: %2 signatures, %3 confirmations</source>
        <translation>笔录 %1：%2 个签名，%3 个确认</translation>
    </message>
    <message>
        <source>Copy the store, while it is in use</source>
        <translation>备份此库，使用中亦可</translation>
    </message>
    <message>
        <source>The folder to make</source>
        <translation>要新建的文件夹</translation>
    </message>
    <message>
        <source>Make a new store (--store) from a backup</source>
        <translation>用备份新建库（--store）</translation>
    </message>
    <message>
        <source>The backup&apos;s folder</source>
        <translation>备份所在的文件夹</translation>
    </message>
    <message>
        <source>Find dossiers by any words in them</source>
        <translation>按任意文字查找案卷</translation>
    </message>
    <message>
        <source>Words that must all occur</source>
        <translation>必须全部出现的文字</translation>
    </message>
    <message>
        <source>At most so many dossiers</source>
        <translation>最多列出的案卷数</translation>
    </message>
    <message>
        <source>Lists and search made anew from the records of %1 dossiers.</source>
        <translation>已根据记录重建 %1 个案卷的列表和检索。</translation>
    </message>
    <message>
        <source>Make lists and search anew from the records</source>
        <translation>根据记录重建列表和检索</translation>
    </message>
    <message>
        <source>The bag is whole (%1). Taken in as %2: %3 originals, %4 codes read in them.</source>
        <translation>证据袋完整（%1）。已收为案卷 %2：原件 %3 份，从中读到条码 %4 个。</translation>
    </message>
    <message>
        <source>A bag carries no signature: this does not say who made it.</source>
        <translation>此类证据袋不带签名，不能说明由谁制作。</translation>
    </message>
    <message>
        <source>It is a BagIt bag made by others (a folder, ZIP or tar): evidence from elsewhere</source>
        <translation>这是他人制作的 BagIt 证据袋（文件夹、ZIP 或 tar），按外来证据收入</translation>
    </message>
    <message>
        <source>Written to %1. It holds no personal data; look through it before you send it.</source>
        <translation>已写入 %1。其中不含个人信息；发送前请自行过目。</translation>
    </message>
    <message>
        <source>Write versions, figures and the log, without personal data</source>
        <translation>写出版本、统计数字和运行日志，不含个人信息</translation>
    </message>
    <message>
        <source>The text file to make</source>
        <translation>要写出的文本文件</translation>
    </message>
    <message>
        <source>Print the version, and what it runs with, and exit</source>
        <translation>显示版本及所用组件，然后退出</translation>
    </message>
    <message>
        <source>Chayan did not end properly last time, and the newest records are gone: the write-ahead log is missing. Compare with your newest backup before you go on; the next record starts a new log.</source>
        <translation>查验上次未正常结束，预写日志缺失，最近的记录已丢失。请先与最近的备份核对，再继续工作；下一条记录将开启新的日志。</translation>
    </message>
    <message>
        <source>Chayan did not end properly last time. Everything that was acknowledged is there; removed: %1 unfinished files, %2 originals without a record.</source>
        <translation>查验上次未正常结束。已确认保存的内容都在；已清除未写完的文件 %1 个、没有记录的原件 %2 份。</translation>
    </message>
    <message>
        <source>This store is a copy. The next record starts a new log that names the old one&apos;s last checkpoint.</source>
        <translation>本证据库是副本。下一条记录将开启新的日志，并写明旧日志的最后一个检查点。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was moved by %1 seconds since the last record. Check it; the next record notes the change.</source>
        <translation>自上一条记录以来，本机时钟被调动了 %1 秒。请核对时钟；下一条记录会注明这一变动。</translation>
    </message>
    <message>
        <source>Only %1 MB are free on the store&apos;s disk. Make room.</source>
        <translation>证据库所在磁盘仅剩 %1 MB 可用空间，请清理。</translation>
    </message>
    <message>
        <source>To be noticed all the same:</source>
        <translation>但请注意：</translation>
    </message>
    <message>
        <source>This bag was taken in before, as %1; nothing was changed.</source>
        <translation>此证据袋此前已收入，案卷为 %1；没有任何更改。</translation>
    </message>
    <message>
        <source>It existed unchanged by %1, says a time-stamp of %2, whose key is not known here.</source>
        <translation>据 %2 的时间戳，它在 %1 时已存在且未变；此处不认识该机构的密钥。</translation>
    </message>
    <message>
        <source>Nothing can be written here; sealed values and the names of files are left out, since looking at them is recorded.</source>
        <translation>此处不能写入；密封的值和文件名不予显示，因为查看它们须留下记录。</translation>
    </message>
    <message>
        <source>The store is %1, its passphrase: %2</source>
        <translation>档案库：%1，口令：%2</translation>
    </message>
    <message>
        <source>Bundles to try: %1 and %2</source>
        <translation>可以试用的证据包：%1 和 %2</translation>
    </message>
    <message>
        <source>A folder to make, with a store of its own and bundles to try</source>
        <translation>新建一个文件夹，内含自己的档案库和可以试用的证据包</translation>
    </message>
    <message>
        <source>Sealed values that were set in several offices and cannot be compared here: %1. Whoever may open them sees whether they differ.</source>
        <translation>由多个单位设置、在此无法比较的密封值：%1 个。能够打开的人员可看出它们是否不同。</translation>
    </message>
    <message>
        <source>%1 originals that were here before are named by no record. They were kept, since records may have been lost; “chayanctl check” names them. Compare with your newest backup.</source>
        <translation>有 %1 份早先存入的原件没有任何记录提到。记录可能已丢失，因此这些原件被保留；“chayanctl check”会列出它们。请与最近的备份核对。</translation>
    </message>
    <message>
        <source>Left out: %1 holds entries of another version of a log than this bundle; export it alone, or hand on the bundles as they were received.</source>
        <translation>未包含：%1 中有另一版本日志的记录，无法与本证据包一并证明；请单独导出，或按收到时的原样转交证据包。</translation>
    </message>
    <message>
        <source>at %1, %2 (%3 x %4 pixels): other print, by %5 % of its contrast</source>
        <translation>位于 %1, %2（%3 x %4 像素）：印刷内容不同，差异为其对比度的 %5%</translation>
    </message>
    <message>
        <source>at %1, %2 (%3 x %4 pixels): the same print elsewhere, by %5 ‰ of the label</source>
        <translation>位于 %1, %2（%3 x %4 像素）：印刷内容相同但位置偏移，偏移为标签长边的 %5‰</translation>
    </message>
    <message>
        <source>at %1, %2 (%3 x %4 pixels): another colour, by a delta-E of %5</source>
        <translation>位于 %1, %2（%3 x %4 像素）：颜色不同，色差 ΔE 为 %5</translation>
    </message>
    <message>
        <source>Of the genuine label&apos;s print %1 % agrees; %2 differences.</source>
        <translation>与真品标签印刷内容相符 %1%，差异 %2 处。</translation>
    </message>
    <message>
        <source>No difference was found; that does not prove that it is genuine.</source>
        <translation>未发现差异；这并不证明其为真品。</translation>
    </message>
    <message>
        <source>A picture of the label in question</source>
        <translation>待比对标签的图片</translation>
    </message>
    <message>
        <source>A PNG file to write: the label with what differs in red</source>
        <translation>输出的 PNG 文件：以红色标出差异的标签</translation>
    </message>
    <message>
        <source>This reference is out of use: %1</source>
        <translation>该样本已停用：%1</translation>
    </message>
    <message>
        <source>Show where a label differs from the genuine one</source>
        <translation>显示标签与真品标签的差异</translation>
    </message>
    <message>
        <source>A picture of the genuine label, or the id of a reference</source>
        <translation>真品标签的图片，或真品样本的编号</translation>
    </message>
    <message>
        <source>Where the label&apos;s corners are, clockwise from its own top left: X,Y,X,Y,X,Y,X,Y</source>
        <translation>标签四角的位置，从标签自身左上角起顺时针：X,Y,X,Y,X,Y,X,Y</translation>
    </message>
    <message>
        <source>Leave the light as it fell</source>
        <translation>保留原有光线</translation>
    </message>
    <message>
        <source>%1 x %2 pixels: at 300 dpi %3 x %4 mm; its light is evened</source>
        <translation>%1 x %2 像素：以 300 dpi 为 %3 x %4 毫米；光线已匀化</translation>
    </message>
    <message>
        <source>%1 x %2 pixels: at 300 dpi %3 x %4 mm; its light is as it fell</source>
        <translation>%1 x %2 像素：以 300 dpi 为 %3 x %4 毫米；光线未作处理</translation>
    </message>
    <message>
        <source>Genuine labels that the office keeps</source>
        <translation>本单位保存的真品标签</translation>
    </message>
    <message>
        <source>Find the label in a picture and pull it straight; needs no store</source>
        <translation>查找图片中的标签并拉正；不需要存储库</translation>
    </message>
    <message>
        <source>A picture of a label</source>
        <translation>带有标签的图片</translation>
    </message>
    <message>
        <source>The PNG file to write</source>
        <translation>要写入的 PNG 文件</translation>
    </message>
    <message>
        <source>out of use: %1</source>
        <translation>已停用：%1</translation>
    </message>
    <message>
        <source>Keep a picture of a genuine label</source>
        <translation>保存真品标签的图片</translation>
    </message>
    <message>
        <source>A file; with --visit one of its photographs, by its SHA-256</source>
        <translation>文件；与 --visit 同用时为其中一张照片的 SHA-256</translation>
    </message>
    <message>
        <source>The visit in which it was photographed</source>
        <translation>拍摄该照片的检查</translation>
    </message>
    <message>
        <source>What is known of it: brand, goods_name, shows, given_by, ...</source>
        <translation>已知信息：brand、goods_name、shows、given_by 等</translation>
    </message>
    <message>
        <source>List the genuine labels that are in use</source>
        <translation>列出使用中的真品标签</translation>
    </message>
    <message>
        <source>Those of this article alone</source>
        <translation>仅限该商品</translation>
    </message>
    <message>
        <source>Also those that are out of use</source>
        <translation>包括已停用的</translation>
    </message>
    <message>
        <source>Show a genuine label</source>
        <translation>显示真品标签</translation>
    </message>
    <message>
        <source>The reference</source>
        <translation>真品样本</translation>
    </message>
    <message>
        <source>Take a genuine label out of use; it stays</source>
        <translation>停用真品标签；记录仍保留</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Keep a photograph&apos;s label, pulled straight, as a derived picture</source>
        <translation>将照片中的标签拉正后保存为衍生图片</translation>
    </message>
    <message>
        <source>The photograph: its SHA-256, or the beginning of it</source>
        <translation>照片：其 SHA-256 或开头部分</translation>
    </message>
    <message>
        <source>The device&apos;s clock beside this computer&apos;s: %1</source>
        <translation>设备时钟与本机之差：%1</translation>
    </message>
    <message>
        <source>What took them, with its number</source>
        <translation>拍摄设备及其编号</translation>
    </message>
    <message>
        <source>What the device&apos;s clock shows now: 2026-11-24T09:12:30</source>
        <translation>设备时钟此刻显示的时间：2026-11-24T09:12:30</translation>
    </message>
    <message>
        <source>at %1, %2 (%3 x %4 pixels): printed more coarsely than the genuine one, in about %5 dots along the label</source>
        <translation>位于 %1, %2（%3 x %4 像素）：印刷比正品粗糙，标签长边约 %5 个网点</translation>
    </message>
    <message>
        <source>%1 % of the genuine label&apos;s print lies outside the picture and was not compared.</source>
        <translation>真品标签的印刷内容有 %1 % 在图片之外，未作比对。</translation>
    </message>
    <message>
        <source>The picture is not sharp enough: whether small print differs cannot be judged.</source>
        <translation>图片不够清晰：无法判断细小文字是否有差异。</translation>
    </message>
    <message>
        <source>The picture has no colours: they could not be compared.</source>
        <translation>图片没有颜色：未能比对颜色。</translation>
    </message>
</context>
<context>
    <name>code</name>
    <message>
        <source>typed by hand</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>By its shape: %1</source>
        <translation>按形式判断：%1</translation>
    </message>
</context>
<context>
    <name>cross_notice</name>
    <message>
        <source>Stated origin: %1. The article number %3 was given out in %2. It tells where a firm is registered, not where goods are made; ask for the papers.</source>
        <translation>申报产地：%1。商品条码 %3 由%2的编码组织发放。条码只说明企业在哪里注册，不说明产地，请查验单证。</translation>
    </message>
    <message>
        <source>Stated origin: %1. Its label gives %2 as the country of origin.</source>
        <translation>申报产地：%1。标签上的原产国为 %2。</translation>
    </message>
    <message>
        <source>It would expire (%2) before it was made (%1). One of the dates may be misread or mistyped.</source>
        <translation>有效期（%2）早于生产日期（%1），其中一个日期可能读错或录错。</translation>
    </message>
    <message>
        <source>The production date %1 lies in the future. This computer&apos;s clock may be wrong, or the label is.</source>
        <translation>生产日期 %1 晚于今天。可能是本机时钟不准，也可能是标签有误。</translation>
    </message>
    <message>
        <source>It expired on %1, by this computer&apos;s clock.</source>
        <translation>按本机时钟，已于 %1 过期。</translation>
    </message>
    <message>
        <source>A number of the kind “%1” is not what goods of the category “%2” have. The category or the number may be the wrong one.</source>
        <translation>“%1”类编号与“%2”类商品不相符，类别或编号可能有误。</translation>
    </message>
    <message>
        <source>The credit code %1 is not the party&apos;s (%2). It may be that of the maker or of another firm on the label.</source>
        <translation>统一社会信用代码 %1 不是当事人的（%2），可能属于生产企业或标签上的其他企业。</translation>
    </message>
    <message>
        <source>Two labels of one item do not agree on “%1”: %2 and %3. Look at both again.</source>
        <translation>同一物品的两个标签上“%1”不一致：%2 与 %3。请再次核对两个标签。</translation>
    </message>
    <message>
        <source>Stated for “%1” is %2; the label says %3. The label may be another item&apos;s.</source>
        <translation>“%1”登记为 %2，标签上为 %3。该标签可能属于另一件物品。</translation>
    </message>
    <message>
        <source>Two labels on one picture name different articles: %1 and %2. If they are on one item, one of them does not belong to it.</source>
        <translation>同一张照片上的两个标签写着不同的商品：%1 与 %2。如果它们在同一件物品上，其中一个不属于它。</translation>
    </message>
    <message>
        <source>%1 should exist once and is on this picture twice: on two items, or twice on one.</source>
        <translation>%1 应当只有一个，却在这张照片上出现两次：在两件物品上，或在同一件上贴了两次。</translation>
    </message>
    <message>
        <source>%1 should exist once and was also read in “%2” (%3 records in all). It may be the same item seen again, or a copied label.</source>
        <translation>%1 应当只有一个，却也在“%2”中读到（共 %3 份记录）。可能是同一物品再次出现，也可能是复制的标签。</translation>
    </message>
</context>
<context>
    <name>detail</name>
    <message>
        <source>not the id of a dossier</source>
        <translation>不是案卷编号</translation>
    </message>
    <message>
        <source>not the id of a record</source>
        <translation>不是笔录编号</translation>
    </message>
    <message>
        <source>no such dossier in this store</source>
        <translation>本记录库中没有这个案卷</translation>
    </message>
    <message>
        <source>no such command</source>
        <translation>没有这个命令</translation>
    </message>
    <message>
        <source>a command is missing</source>
        <translation>缺少命令</translation>
    </message>
    <message>
        <source>not expected here</source>
        <translation>此处不应出现</translation>
    </message>
    <message>
        <source>it must be given</source>
        <translation>必须给出</translation>
    </message>
    <message>
        <source>its value is missing or does not fit</source>
        <translation>缺少值或值不合适</translation>
    </message>
    <message>
        <source>it cannot stand beside the other options</source>
        <translation>不能与其他选项同时使用</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>fields are given as FIELD=VALUE</source>
        <translation>字段应写成“字段=值”</translation>
    </message>
    <message>
        <source>the fields of %1 are %2</source>
        <translation>%1 的字段有：%2</translation>
    </message>
    <message>
        <source>there are no fields of %1</source>
        <translation>%1 没有字段</translation>
    </message>
    <message>
        <source>name dossiers with --dossier, or give --all</source>
        <translation>请用 --dossier 指明案卷，或使用 --all</translation>
    </message>
    <message>
        <source>not a fingerprint of 64 hex digits</source>
        <translation>不是 64 位十六进制的指纹</translation>
    </message>
    <message>
        <source>neither a fingerprint of 64 hex digits nor a file</source>
        <translation>既不是 64 位十六进制的指纹，也不是文件</translation>
    </message>
    <message>
        <source>not a date: 2026-11-24 or 2026-11-24T08:00:00+08:00</source>
        <translation>不是日期，应如 2026-11-24 或 2026-11-24T08:00:00+08:00</translation>
    </message>
    <message>
        <source>not a date such as 2026-11-24 or 2026-11</source>
        <translation>不是日期，应如 2026-11-24 或 2026-11</translation>
    </message>
    <message>
        <source>not a time such as 2026-11-24 09:12 or 2026-11-24T09:12:00+08:00</source>
        <translation>不是时间，应如 2026-11-24 09:12 或 2026-11-24T09:12:00+08:00</translation>
    </message>
    <message>
        <source>not a decimal such as 120 or 12.50</source>
        <translation>不是数值，应如 120 或 12.50</translation>
    </message>
    <message>
        <source>neither yes nor no</source>
        <translation>既不是“是”也不是“否”</translation>
    </message>
    <message>
        <source>control character U+%1 at %2</source>
        <translation>第 %2 位是控制字符 U+%1</translation>
    </message>
    <message>
        <source>half a surrogate pair at %1</source>
        <translation>第 %1 位是不完整的代理对</translation>
    </message>
    <message>
        <source>%1 characters, at most %2</source>
        <translation>有 %1 个字符，最多 %2 个</translation>
    </message>
    <message>
        <source>unknown scheme; known are %1</source>
        <translation>未知的编码种类；已知的有：%1</translation>
    </message>
    <message>
        <source>nothing to look for: no letter, digit or character</source>
        <translation>没有可查找的内容：不含字母、数字或文字</translation>
    </message>
    <message>
        <source>a visit has no such list</source>
        <translation>检查中没有这个列表</translation>
    </message>
    <message>
        <source>the dossier has no such item</source>
        <translation>案卷中没有这一项</translation>
    </message>
    <message>
        <source>an original stays</source>
        <translation>原件必须保留</translation>
    </message>
    <message>
        <source>a reason is wanted</source>
        <translation>需要写明理由</translation>
    </message>
    <message>
        <source>a log&apos;s own entries are no dossier to hand over</source>
        <translation>日志自身的条目不是可移交的案卷</translation>
    </message>
    <message>
        <source>name, badge and agency have 1 to 64 characters</source>
        <translation>姓名、证号和单位须为 1 至 64 个字符</translation>
    </message>
    <message>
        <source>a division has six digits (GB/T 2260)</source>
        <translation>行政区划代码为六位数字（GB/T 2260）</translation>
    </message>
    <message>
        <source>neither --passphrase-file nor CHAYAN_PASSPHRASE_FILE names a file</source>
        <translation>--passphrase-file 和 CHAYAN_PASSPHRASE_FILE 都没有指明文件</translation>
    </message>
    <message>
        <source>two different passphrases were typed</source>
        <translation>两次输入的口令不同</translation>
    </message>
    <message>
        <source>nothing was typed</source>
        <translation>没有输入任何内容</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>it does not open the key</source>
        <translation>它打不开密钥</translation>
    </message>
    <message>
        <source>%1 officers have keys here</source>
        <translation>此处有 %1 名执法人员的密钥</translation>
    </message>
    <message>
        <source>this officer has no key here</source>
        <translation>此处没有该执法人员的密钥</translation>
    </message>
    <message>
        <source>this officer was admitted before</source>
        <translation>该执法人员此前已准入</translation>
    </message>
    <message>
        <source>nobody has admitted this officer yet</source>
        <translation>该执法人员尚未准入</translation>
    </message>
    <message>
        <source>this officer retired, or another took over</source>
        <translation>该执法人员已停用，或已由他人接管</translation>
    </message>
    <message>
        <source>no officer who may write here</source>
        <translation>不是有权在此写入的执法人员</translation>
    </message>
    <message>
        <source>nobody else may write here; admit another officer first</source>
        <translation>没有其他人可以在此写入；请先准入另一名执法人员加入</translation>
    </message>
    <message>
        <source>no officer is at work</source>
        <translation>没有执法人员在工作</translation>
    </message>
    <message>
        <source>may not write in this store&apos;s log</source>
        <translation>无权写入本记录库的日志</translation>
    </message>
    <message>
        <source>the store&apos;s key was not enveloped to this officer</source>
        <translation>本记录库的密钥没有封装给该执法人员</translation>
    </message>
    <message>
        <source>no such certificate in this store</source>
        <translation>本记录库中没有这个证书</translation>
    </message>
    <message>
        <source>it is not among the trusted certificates</source>
        <translation>它不在受信任的证书之中</translation>
    </message>
    <message>
        <source>not a certificate (PEM)</source>
        <translation>不是证书（PEM）</translation>
    </message>
    <message>
        <source>not a certificate (DER)</source>
        <translation>不是证书（DER）</translation>
    </message>
    <message>
        <source>more than one PEM block</source>
        <translation>含有多个 PEM 块</translation>
    </message>
    <message>
        <source>its key is not on P-256</source>
        <translation>其密钥不是 P-256</translation>
    </message>
    <message>
        <source>not an encrypted key (PEM)</source>
        <translation>不是加密的密钥（PEM）</translation>
    </message>
    <message>
        <source>no such signed record in this dossier</source>
        <translation>本案卷中没有这份已签名的笔录</translation>
    </message>
    <message>
        <source>signed by this officer; another must confirm it</source>
        <translation>由该执法人员签名；须由另一人确认</translation>
    </message>
    <message>
        <source>this officer confirmed it before</source>
        <translation>该执法人员此前已确认</translation>
    </message>
    <message>
        <source>a record has a form&apos;s number or a name</source>
        <translation>笔录应有表格编号或名称</translation>
    </message>
    <message>
        <source>a file of this name is already there</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>something is there already</source>
        <translation>该处已有内容</translation>
    </message>
    <message>
        <source>exists and is not a folder</source>
        <translation>已存在，且不是文件夹</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>没有这个文件夹</translation>
    </message>
    <message>
        <source>the folder holds files</source>
        <translation>文件夹中有文件</translation>
    </message>
    <message>
        <source>it lies within the store that is copied</source>
        <translation>它位于要复制的记录库之内</translation>
    </message>
    <message>
        <source>larger than %1 bytes</source>
        <translation>大于 %1 字节</translation>
    </message>
    <message>
        <source>over %1 bytes</source>
        <translation>超过 %1 字节</translation>
    </message>
    <message>
        <source>locked by process %1</source>
        <translation>被进程 %1 锁定</translation>
    </message>
    <message>
        <source>opened to read</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>%1 of %2 files were stored</source>
        <translation>已存入 %2 个文件中的 %1 个</translation>
    </message>
    <message>
        <source>there is no store.sqlite</source>
        <translation>没有 store.sqlite</translation>
    </message>
    <message>
        <source>the database holds no schema</source>
        <translation>数据库中没有结构</translation>
    </message>
    <message>
        <source>schema %1, this program knows up to %2</source>
        <translation>数据库结构为 %1，本程序只认识到 %2</translation>
    </message>
    <message>
        <source>it is too short for a database</source>
        <translation>太短，不是数据库</translation>
    </message>
    <message>
        <source>the file was cut: %1 bytes are left of %2</source>
        <translation>文件被截断：%2 字节只剩 %1 字节</translation>
    </message>
    <message>
        <source>the store holds visits already</source>
        <translation>记录库中已有检查记录</translation>
    </message>
    <message>
        <source>it is being written to, and this place allows no reading beside it</source>
        <translation>正在被写入，且此处不允许同时读取</translation>
    </message>
    <message>
        <source>the original is not the one that was recorded</source>
        <translation>原件与记录的不一致</translation>
    </message>
    <message>
        <source>the file has no bytes</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>no ZIP end record</source>
        <translation>没有 ZIP 结尾记录</translation>
    </message>
    <message>
        <source>it begins as a ZIP file, but its end is missing</source>
        <translation>开头是 ZIP 文件，但缺少结尾</translation>
    </message>
    <message>
        <source>no bagit.txt, at the top or in a folder there</source>
        <translation>顶层或其下的文件夹中没有 bagit.txt</translation>
    </message>
    <message>
        <source>it is a bundle of Chayan: import it without --foreign</source>
        <translation>这是查验的证据包：请不带 --foreign 导入</translation>
    </message>
    <message>
        <source>an earlier check failed</source>
        <translation>之前的检查没有通过</translation>
    </message>
    <message>
        <source>not a receipt: %1</source>
        <translation>不是回执：%1</translation>
    </message>
    <message>
        <source>not a receipt</source>
        <translation>不是回执</translation>
    </message>
    <message>
        <source>its signature does not fit</source>
        <translation>其签名不符</translation>
    </message>
    <message>
        <source>another key signed it: %1</source>
        <translation>由另一密钥签名：%1</translation>
    </message>
    <message>
        <source>it speaks of no log that is here</source>
        <translation>其中所说的日志此处都没有</translation>
    </message>
    <message>
        <source>signed by %1; give the receiver&apos;s certificate or trust it</source>
        <translation>由 %1 签名；请给出接收人的证书或信任它</translation>
    </message>
    <message>
        <source>open: %1 (errno %2)</source>
        <translation>打开：%1（错误号 %2）</translation>
    </message>
    <message>
        <source>open lock: %1 (errno %2)</source>
        <translation>打开锁文件：%1（错误号 %2）</translation>
    </message>
    <message>
        <source>open folder: %1 (errno %2)</source>
        <translation>打开文件夹：%1（错误号 %2）</translation>
    </message>
    <message>
        <source>create: %1 (errno %2)</source>
        <translation>创建：%1（错误号 %2）</translation>
    </message>
    <message>
        <source>read: %1 (errno %2)</source>
        <translation>读取：%1（错误号 %2）</translation>
    </message>
    <message>
        <source>write: %1 (errno %2)</source>
        <translation>写入：%1（错误号 %2）</translation>
    </message>
    <message>
        <source>rename: %1 (errno %2)</source>
        <translation>改名：%1（错误号 %2）</translation>
    </message>
    <message>
        <source>mkdir: %1 (errno %2)</source>
        <translation>新建文件夹：%1（错误号 %2）</translation>
    </message>
    <message>
        <source>fsync: %1 (errno %2)</source>
        <translation>同步：%1（错误号 %2）</translation>
    </message>
    <message>
        <source>look for store.sqlite: %1 (errno %2)</source>
        <translation>查找 store.sqlite：%1（错误号 %2）</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或目录</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间已满</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>只读文件系统</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是目录</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是一个目录</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写错误</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>an empty part: absolute, doubled or final slash</source>
        <translation>路径中有空的一段：以斜杠开头、连续两个斜杠或以斜杠结尾</translation>
    </message>
    <message>
        <source>a part that is &apos;.&apos; or &apos;..&apos;</source>
        <translation>路径中有“.”或“..”</translation>
    </message>
    <message>
        <source>a drive letter</source>
        <translation>盘符</translation>
    </message>
    <message>
        <source>a part that begins with a space or ends with a space or a dot</source>
        <translation>路径中有一段以空格开头，或以空格、点结尾</translation>
    </message>
    <message>
        <source>an empty name</source>
        <translation>名称为空</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>超过 %1 字节</translation>
    </message>
    <message>
        <source>a backslash</source>
        <translation>反斜杠</translation>
    </message>
    <message>
        <source>the character U+%1</source>
        <translation>字符 U+%1</translation>
    </message>
    <message>
        <source>deeper than %1 levels</source>
        <translation>超过 %1 层</translation>
    </message>
    <message>
        <source>its folder and &apos;%1&apos; are one on some systems</source>
        <translation>其文件夹与“%1”在某些系统上是同一个</translation>
    </message>
    <message>
        <source>the name occurs more than once</source>
        <translation>该名称出现不止一次</translation>
    </message>
    <message>
        <source>it and &apos;%1&apos; are one on some systems</source>
        <translation>它与“%1”在某些系统上是同一个文件</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>more than %1 members</source>
        <translation>超过 %1 个成员</translation>
    </message>
    <message>
        <source>more than %1 files</source>
        <translation>超过 %1 个文件</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>是链接</translation>
    </message>
    <message>
        <source>a symbolic link</source>
        <translation>是符号链接</translation>
    </message>
    <message>
        <source>neither a file nor a folder</source>
        <translation>既不是文件也不是文件夹</translation>
    </message>
    <message>
        <source>the member is encrypted</source>
        <translation>该成员已加密</translation>
    </message>
    <message>
        <source>more than %1 bytes unpacked</source>
        <translation>解压后超过 %1 字节</translation>
    </message>
    <message>
        <source>%1 bytes swell to more than %2</source>
        <translation>%1 字节会膨胀到 %2 字节以上</translation>
    </message>
    <message>
        <source>%1 bytes swell to %2</source>
        <translation>%1 字节会膨胀到 %2 字节</translation>
    </message>
    <message>
        <source>the directory ends within a record</source>
        <translation>目录在一条记录中间断开</translation>
    </message>
    <message>
        <source>a figure that ZIP64 should hold is missing</source>
        <translation>缺少应由 ZIP64 给出的数值</translation>
    </message>
    <message>
        <source>a figure beyond 63 bits</source>
        <translation>数值超过 63 位</translation>
    </message>
    <message>
        <source>a ZIP64 field with more than it needs</source>
        <translation>ZIP64 字段中有多余内容</translation>
    </message>
    <message>
        <source>flags 0x%1</source>
        <translation>标志位 0x%1</translation>
    </message>
    <message>
        <source>compression method %1</source>
        <translation>压缩方法 %1</translation>
    </message>
    <message>
        <source>a comment of %1 bytes</source>
        <translation>%1 字节的注释</translation>
    </message>
    <message>
        <source>on volume %1</source>
        <translation>位于第 %1 卷</translation>
    </message>
    <message>
        <source>file type 0%1</source>
        <translation>文件类型 0%1</translation>
    </message>
    <message>
        <source>a folder with content</source>
        <translation>带有内容的文件夹</translation>
    </message>
    <message>
        <source>stored as %1 bytes, said to be %2</source>
        <translation>存为 %1 字节，却称有 %2 字节</translation>
    </message>
    <message>
        <source>directory record %1 has no signature</source>
        <translation>第 %1 条目录记录没有签名标志</translation>
    </message>
    <message>
        <source>a name outside ASCII that is not marked as UTF-8</source>
        <translation>名称超出 ASCII 却未标明为 UTF-8</translation>
    </message>
    <message>
        <source>%1 bytes after the directory&apos;s last record</source>
        <translation>目录最后一条记录之后还有 %1 字节</translation>
    </message>
    <message>
        <source>a comment of %1 bytes at the end</source>
        <translation>末尾有 %1 字节的注释</translation>
    </message>
    <message>
        <source>%1 bytes after the end</source>
        <translation>结尾之后还有 %1 字节</translation>
    </message>
    <message>
        <source>no room for the ZIP64 end record</source>
        <translation>没有 ZIP64 结束记录的位置</translation>
    </message>
    <message>
        <source>the ZIP64 locator is missing</source>
        <translation>缺少 ZIP64 定位记录</translation>
    </message>
    <message>
        <source>the ZIP64 end record does not lie at its place</source>
        <translation>ZIP64 结束记录不在其位置</translation>
    </message>
    <message>
        <source>it is one of several volumes</source>
        <translation>它是分卷中的一卷</translation>
    </message>
    <message>
        <source>the ZIP64 end record says otherwise</source>
        <translation>与 ZIP64 结束记录所述不符</translation>
    </message>
    <message>
        <source>the directory of %1 bytes at %2 would end after %3</source>
        <translation>%2 处 %1 字节的目录会超出 %3</translation>
    </message>
    <message>
        <source>%1 bytes before the first member</source>
        <translation>第一个成员之前有 %1 字节</translation>
    </message>
    <message>
        <source>%1 bytes that no record accounts for</source>
        <translation>有 %1 字节不属于任何记录</translation>
    </message>
    <message>
        <source>a ZIP file without members</source>
        <translation>没有成员的 ZIP 文件</translation>
    </message>
    <message>
        <source>%1 members, at most %2</source>
        <translation>有 %1 个成员，最多 %2 个</translation>
    </message>
    <message>
        <source>the directory is too small for %1 members</source>
        <translation>目录太小，容不下 %1 个成员</translation>
    </message>
    <message>
        <source>an extra field that does not end within its record</source>
        <translation>附加字段超出其记录</translation>
    </message>
    <message>
        <source>the extra field 0x%1 of %2 bytes</source>
        <translation>%2 字节的附加字段 0x%1</translation>
    </message>
    <message>
        <source>begins at %1, within the member before</source>
        <translation>从 %1 处开始，落在前一个成员之内</translation>
    </message>
    <message>
        <source>%1 bytes hidden before it</source>
        <translation>它之前藏有 %1 字节</translation>
    </message>
    <message>
        <source>its header lies within the directory</source>
        <translation>其头部落在目录之内</translation>
    </message>
    <message>
        <source>extra fields of %1 bytes</source>
        <translation>%1 字节的附加字段</translation>
    </message>
    <message>
        <source>its data would reach into the directory</source>
        <translation>其数据会伸入目录</translation>
    </message>
    <message>
        <source>%1 bytes before the directory</source>
        <translation>目录之前有 %1 字节</translation>
    </message>
    <message>
        <source>local header and directory differ in %1</source>
        <translation>本地头部与目录不一致：%1</translation>
    </message>
    <message>
        <source>no local header where the directory says</source>
        <translation>目录所指之处没有本地头部</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>the flags</source>
        <translation>标志位</translation>
    </message>
    <message>
        <source>the compression</source>
        <translation>压缩方法</translation>
    </message>
    <message>
        <source>the date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>size or CRC</source>
        <translation>大小或 CRC</translation>
    </message>
    <message>
        <source>a ZIP64 field of an unusual size</source>
        <translation>大小异常的 ZIP64 字段</translation>
    </message>
    <message>
        <source>%1 bytes where its descriptor should be</source>
        <translation>应为数据描述符之处有 %1 字节</translation>
    </message>
    <message>
        <source>its descriptor says otherwise</source>
        <translation>与其数据描述符所述不符</translation>
    </message>
    <message>
        <source>a folder without files</source>
        <translation>没有文件的文件夹</translation>
    </message>
    <message>
        <source>CRC-32 %1, the header says %2</source>
        <translation>CRC-32 为 %1，头部称 %2</translation>
    </message>
    <message>
        <source>the deflate stream does not end</source>
        <translation>压缩流没有结尾</translation>
    </message>
    <message>
        <source>not a deflate stream</source>
        <translation>不是 deflate 压缩流</translation>
    </message>
    <message>
        <source>more than the %1 bytes it claims</source>
        <translation>超过其所称的 %1 字节</translation>
    </message>
    <message>
        <source>%1 bytes, not the %2 it claims</source>
        <translation>有 %1 字节，而非其所称的 %2 字节</translation>
    </message>
    <message>
        <source>%1 bytes hidden behind its compressed data</source>
        <translation>其压缩数据之后藏有 %1 字节</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>not as version 1.0 in UTF-8 is written</source>
        <translation>写法不符合 1.0 版（UTF-8）</translation>
    </message>
    <message>
        <source>the bag is not signed</source>
        <translation>该包没有签名</translation>
    </message>
    <message>
        <source>parts of the bag lie elsewhere</source>
        <translation>该包的一部分位于别处</translation>
    </message>
    <message>
        <source>no manifest lists it</source>
        <translation>没有清单列出它</translation>
    </message>
    <message>
        <source>SHA-256 %1, the manifest says %2</source>
        <translation>SHA-256 为 %1，清单称 %2</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>没有文件</translation>
    </message>
    <message>
        <source>it lies outside the bag&apos;s folder</source>
        <translation>它在包的文件夹之外</translation>
    </message>
    <message>
        <source>%1 bytes, at most %2</source>
        <translation>有 %1 字节，最多 %2 字节</translation>
    </message>
    <message>
        <source>line %1 has more than %2 bytes</source>
        <translation>第 %1 行超过 %2 字节</translation>
    </message>
    <message>
        <source>line %1 does not end</source>
        <translation>第 %1 行没有结尾</translation>
    </message>
    <message>
        <source>the last line does not end</source>
        <translation>最后一行没有结尾</translation>
    </message>
    <message>
        <source>line %1 is not a digest and a path</source>
        <translation>第 %1 行不是摘要加路径</translation>
    </message>
    <message>
        <source>not the two lines that BagIt asks for</source>
        <translation>不是 BagIt 要求的两行</translation>
    </message>
    <message>
        <source>the version &apos;%1&apos;</source>
        <translation>版本“%1”</translation>
    </message>
    <message>
        <source>version %1 is later than 1.0</source>
        <translation>版本 %1 高于 1.0</translation>
    </message>
    <message>
        <source>the encoding &apos;%1&apos;</source>
        <translation>编码“%1”</translation>
    </message>
    <message>
        <source>Payload-Oxum says %1, the payload has %2</source>
        <translation>Payload-Oxum 称 %1，实际为 %2</translation>
    </message>
    <message>
        <source>Payload-Oxum stands there %1 times</source>
        <translation>Payload-Oxum 出现了 %1 次</translation>
    </message>
    <message>
        <source>the digest &apos;%1&apos; is not known here</source>
        <translation>不认识摘要算法“%1”</translation>
    </message>
    <message>
        <source>no payload manifest</source>
        <translation>没有内容清单</translation>
    </message>
    <message>
        <source>the file ends at offset %1</source>
        <translation>文件在偏移 %1 处结束</translation>
    </message>
    <message>
        <source>a link, or no longer what it was</source>
        <translation>是链接，或已不是原来的文件</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>已不在</translation>
    </message>
    <message>
        <source>now %1 bytes, listed with %2</source>
        <translation>现有 %1 字节，列出时为 %2 字节</translation>
    </message>
    <message>
        <source>it was changed while it was read</source>
        <translation>读取期间被改动</translation>
    </message>
    <message>
        <source>it names another exporter than the key that signed</source>
        <translation>它写的导出人与签名密钥不符</translation>
    </message>
    <message>
        <source>not in the bundle</source>
        <translation>不在证据包中</translation>
    </message>
    <message>
        <source>no such sealed value stands in that entry</source>
        <translation>该条目中没有这个密封值</translation>
    </message>
    <message>
        <source>no statement that can be read</source>
        <translation>没有可读的导出声明</translation>
    </message>
    <message>
        <source>it counts other logs or dossiers than the bundle holds</source>
        <translation>它所列的日志或卷宗与包中不符</translation>
    </message>
    <message>
        <source>log %1: size or number of entries</source>
        <translation>日志 %1：大小或条目数不符</translation>
    </message>
    <message>
        <source>dossier %1: its newest entries are not those stated</source>
        <translation>卷宗 %1：最新条目与声明不符</translation>
    </message>
    <message>
        <source>dossier %1: number of entries</source>
        <translation>卷宗 %1：条目数不符</translation>
    </message>
    <message>
        <source>dossier %1: its kind</source>
        <translation>卷宗 %1：种类不符</translation>
    </message>
    <message>
        <source>not named by a SHA-256</source>
        <translation>不是以 SHA-256 命名</translation>
    </message>
    <message>
        <source>its bytes do not hash to its name</source>
        <translation>其内容的散列与名称不符</translation>
    </message>
    <message>
        <source>no entry names it</source>
        <translation>没有条目提到它</translation>
    </message>
    <message>
        <source>it is there twice</source>
        <translation>出现了两次</translation>
    </message>
    <message>
        <source>%1 named originals are not here, %2 are said to be withheld</source>
        <translation>有 %1 份被提及的原件不在此处，声明保留的有 %2 份</translation>
    </message>
    <message>
        <source>scope is neither complete nor selected</source>
        <translation>范围既不是全部也不是所选</translation>
    </message>
    <message>
        <source>entry %1 of log %2</source>
        <translation>日志 %2 的第 %1 条</translation>
    </message>
    <message>
        <source>log %1</source>
        <translation>日志 %1</translation>
    </message>
    <message>
        <source>checkpoint %1 of log %2</source>
        <translation>日志 %2 的检查点 %1</translation>
    </message>
    <message>
        <source>a checkpoint of log %1</source>
        <translation>日志 %1 的一个检查点</translation>
    </message>
    <message>
        <source>the same entry stands twice</source>
        <translation>同一条目出现两次</translation>
    </message>
    <message>
        <source>builds on %1, which is not before it</source>
        <translation>它承接的 %1 不在其前</translation>
    </message>
    <message>
        <source>builds on an entry of another dossier</source>
        <translation>承接了另一卷宗的条目</translation>
    </message>
    <message>
        <source>does not name its log&apos;s last entry of the dossier</source>
        <translation>没有承接本日志中该卷宗的上一条</translation>
    </message>
    <message>
        <source>log.opened is not the log&apos;s first entry</source>
        <translation>log.opened 不是日志的第一条</translation>
    </message>
    <message>
        <source>the log&apos;s id is not made from this officer and nonce</source>
        <translation>日志编号不是由该人员与随机数得出</translation>
    </message>
    <message>
        <source>names no certificate</source>
        <translation>没有写明证书</translation>
    </message>
    <message>
        <source>its log.opened is not here</source>
        <translation>其 log.opened 不在此处</translation>
    </message>
    <message>
        <source>two different entries have this number</source>
        <translation>两个不同的条目用了同一序号</translation>
    </message>
    <message>
        <source>officer %1 was not admitted to this log then</source>
        <translation>人员 %1 当时未获准写入该日志</translation>
    </message>
    <message>
        <source>the certificate %1 is not enclosed</source>
        <translation>没有附上证书 %1</translation>
    </message>
    <message>
        <source>not a checkpoint of this log</source>
        <translation>不是该日志的检查点</translation>
    </message>
    <message>
        <source>its officer&apos;s certificate is not enclosed</source>
        <translation>没有附上其人员的证书</translation>
    </message>
    <message>
        <source>its officer was not admitted to this log</source>
        <translation>其人员未获准写入该日志</translation>
    </message>
    <message>
        <source>checkpoints are not in the order of their sizes</source>
        <translation>检查点未按大小排列</translation>
    </message>
    <message>
        <source>two officers claim the entries from %1 to %2</source>
        <translation>两名人员都称第 %1 至 %2 条是自己的</translation>
    </message>
    <message>
        <source>no checkpoint covers the run it lies in</source>
        <translation>没有检查点覆盖它所在的一段</translation>
    </message>
    <message>
        <source>names officer %1, but %2 signed for it</source>
        <translation>写的是人员 %1，签名的却是 %2</translation>
    </message>
    <message>
        <source>no range proves its place</source>
        <translation>没有区间证明它的位置</translation>
    </message>
    <message>
        <source>the range of %1 entries is not all here</source>
        <translation>共 %1 条的区间不全在此处</translation>
    </message>
    <message>
        <source>these entries do not lead to the newest checkpoint&apos;s root</source>
        <translation>这些条目得不出最新检查点的根</translation>
    </message>
    <message>
        <source>no checkpoint of this log</source>
        <translation>没有该日志的检查点</translation>
    </message>
    <message>
        <source>the proof from size %1 does not lead to checkpoint %2</source>
        <translation>从大小 %1 出发的证明得不出检查点 %2</translation>
    </message>
    <message>
        <source>checkpoint %1 is not shown to be part of checkpoint %2</source>
        <translation>未能证明检查点 %1 包含在检查点 %2 之中</translation>
    </message>
    <message>
        <source>no proofs for this log</source>
        <translation>没有该日志的证明</translation>
    </message>
    <message>
        <source>proofs for a log without entries</source>
        <translation>有证明而该日志没有条目</translation>
    </message>
    <message>
        <source>the signature does not fit</source>
        <translation>签名不符</translation>
    </message>
    <message>
        <source>longer than a signature can be</source>
        <translation>比任何签名都长</translation>
    </message>
    <message>
        <source>not one CMS object</source>
        <translation>不是单个 CMS 对象</translation>
    </message>
    <message>
        <source>not the signature of one signer</source>
        <translation>不是单个签名人的签名</translation>
    </message>
    <message>
        <source>another digest than SHA-256</source>
        <translation>摘要算法不是 SHA-256</translation>
    </message>
    <message>
        <source>not the detached signature of officer.pem&apos;s owner in its only encoding</source>
        <translation>不是 officer.pem 所有人的、唯一编码的分离签名</translation>
    </message>
    <message>
        <source>longer than a time-stamp can be</source>
        <translation>比任何时间戳都长</translation>
    </message>
    <message>
        <source>not a time-stamp&apos;s response</source>
        <translation>不是时间戳回复</translation>
    </message>
    <message>
        <source>it was not granted</source>
        <translation>时间戳未获签发</translation>
    </message>
    <message>
        <source>it is of something else than the signature</source>
        <translation>时间戳对应的不是该签名</translation>
    </message>
    <message>
        <source>its certificate is not enclosed</source>
        <translation>没有附上其证书</translation>
    </message>
    <message>
        <source>it names no time</source>
        <translation>没有写明时间</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>it is missing or changed</source>
        <translation>缺失或被改动</translation>
    </message>
    <message>
        <source>the schema has no such thing</source>
        <translation>数据库结构中没有这一项</translation>
    </message>
    <message>
        <source>made under other rules than this program&apos;s</source>
        <translation>按照不同于本程序的规则建立</translation>
    </message>
    <message>
        <source>nothing is kept under this key</source>
        <translation>该键之下没有内容</translation>
    </message>
    <message>
        <source>SQLite&apos;s integrity check</source>
        <translation>SQLite 的完整性检查</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>its rows</source>
        <translation>其各行</translation>
    </message>
    <message>
        <source>it refers to a row of %1 that is not there</source>
        <translation>它引用的 %1 的行不存在</translation>
    </message>
    <message>
        <source>its hash does not have 32 bytes</source>
        <translation>其散列不是 32 字节</translation>
    </message>
    <message>
        <source>branch %1 follows no other</source>
        <translation>分支 %1 没有前一个分支</translation>
    </message>
    <message>
        <source>the rows have a gap</source>
        <translation>各行之间有缺口</translation>
    </message>
    <message>
        <source>it names no log of this store</source>
        <translation>它所指的不是本库的日志</translation>
    </message>
    <message>
        <source>there are %1 rows up to it</source>
        <translation>到它为止有 %1 行</translation>
    </message>
    <message>
        <source>size %1, root %2, by %3</source>
        <translation>大小 %1，根 %2，签名人 %3</translation>
    </message>
    <message>
        <source>newest checkpoints: of the version that was here first: %1; of this one: %2</source>
        <translation>最新检查点：先有的版本为 %1；本版本为 %2</translation>
    </message>
    <message>
        <source>it is a link to a file elsewhere</source>
        <translation>它是指向别处文件的链接</translation>
    </message>
    <message>
        <source>it holds the certificate %1</source>
        <translation>其中是证书 %1</translation>
    </message>
    <message>
        <source>it holds the certificate %1, which opened no log of this store</source>
        <translation>其中是证书 %1，它没有开启过本库的日志</translation>
    </message>
    <message>
        <source>another officer signed for it</source>
        <translation>另一人员为其签了名</translation>
    </message>
    <message>
        <source>size %1</source>
        <translation>大小 %1</translation>
    </message>
    <message>
        <source>size %1 of %2</source>
        <translation>%2 的大小 %1</translation>
    </message>
    <message>
        <source>the log&apos;s tree leads to another root</source>
        <translation>由该日志的树得出另一个根</translation>
    </message>
    <message>
        <source>%1 entries from here do not lead to the checkpoint of size %2</source>
        <translation>从此处起的 %1 条得不出大小为 %2 的检查点</translation>
    </message>
    <message>
        <source>level %1, place %2 of %3</source>
        <translation>%3 的第 %1 层第 %2 个</translation>
    </message>
    <message>
        <source>the log&apos;s tree has no such node</source>
        <translation>该日志的树没有这个节点</translation>
    </message>
    <message>
        <source>it does not fit the node above it</source>
        <translation>与其上层节点不符</translation>
    </message>
    <message>
        <source>the log has no entry of this number</source>
        <translation>该日志没有此序号的条目</translation>
    </message>
    <message>
        <source>its bytes do not fit its column %1</source>
        <translation>其内容与列 %1 不符</translation>
    </message>
    <message>
        <source>its body does not fit its column %1</source>
        <translation>其内容与列 %1 不符</translation>
    </message>
    <message>
        <source>its body does not fit its column seen</source>
        <translation>其内容与列 seen 不符</translation>
    </message>
    <message>
        <source>entry %1 of %2 names it</source>
        <translation>%2 的第 %1 条提到它</translation>
    </message>
    <message>
        <source>builds on %1</source>
        <translation>承接 %1</translation>
    </message>
    <message>
        <source>a bundle that was taken in ended with it</source>
        <translation>收到的某个证据包以它结束</translation>
    </message>
    <message>
        <source>no record names it</source>
        <translation>没有记录提到它</translation>
    </message>
    <message>
        <source>its row and a record give different sizes</source>
        <translation>其数据行与记录写的大小不同</translation>
    </message>
    <message>
        <source>a record names it, its row is missing</source>
        <translation>有记录提到它，却没有其数据行</translation>
    </message>
    <message>
        <source>a file that no row names</source>
        <translation>没有数据行提到的文件</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>有 %1 字节，应为 %2 字节</translation>
    </message>
    <message>
        <source>its bytes give another hash</source>
        <translation>其内容得出另一个散列</translation>
    </message>
    <message>
        <source>it leads to %1</source>
        <translation>它指向 %1</translation>
    </message>
    <message>
        <source>it is no original</source>
        <translation>它不是原件</translation>
    </message>
    <message>
        <source>not signed by an officer of this store&apos;s log</source>
        <translation>不是由本库日志的人员签名</translation>
    </message>
    <message>
        <source>entry %1 changed what it sums up after it</source>
        <translation>第 %1 条在其后改动了所汇总的内容</translation>
    </message>
    <message>
        <source>not a dossier</source>
        <translation>不是卷宗</translation>
    </message>
    <message>
        <source>no signed sum over the secrets</source>
        <translation>没有对保密内容的签名汇总</translation>
    </message>
    <message>
        <source>rows were changed, added or removed behind the signed sum</source>
        <translation>有数据行在签名汇总之外被改动、增加或删除</translation>
    </message>
    <message>
        <source>it stands under another&apos;s fingerprint</source>
        <translation>它被放在别人的指纹之下</translation>
    </message>
    <message>
        <source>no record says that the log was let out at this size</source>
        <translation>没有记录说明该日志曾以此大小交出</translation>
    </message>
    <message>
        <source>a record says that the log was let out at this size</source>
        <translation>有记录说明该日志曾以此大小交出</translation>
    </message>
    <message>
        <source>no encrypted key lies with it</source>
        <translation>没有与它一起的加密密钥</translation>
    </message>
    <message>
        <source>no entry is this head</source>
        <translation>没有条目是这个末端</translation>
    </message>
    <message>
        <source>it holds other words than each row of text_row has</source>
        <translation>其中的词与 text_row 各行不同</translation>
    </message>
    <message>
        <source>it is not what the records give</source>
        <translation>与记录得出的不同</translation>
    </message>
    <message>
        <source>its hash is not that of the entries below it</source>
        <translation>其散列不是由其下条目得出</translation>
    </message>
    <message>
        <source>a checkpoint covers it</source>
        <translation>有检查点覆盖它</translation>
    </message>
    <message>
        <source>the log does not hold as many entries</source>
        <translation>该日志没有这么多条目</translation>
    </message>
    <message>
        <source>the newest entries are under no checkpoint</source>
        <translation>最新的条目没有检查点覆盖</translation>
    </message>
    <message>
        <source>it is number %1 where %2 is due</source>
        <translation>它的序号是 %1，应为 %2</translation>
    </message>
    <message>
        <source>the entries lead to another root</source>
        <translation>由条目得出另一个根</translation>
    </message>
    <message>
        <source>it covers entries of another officer</source>
        <translation>它覆盖了另一人员的条目</translation>
    </message>
    <message>
        <source>its run begins at %1, not at %2</source>
        <translation>其一段从 %1 开始，而不是 %2</translation>
    </message>
    <message>
        <source>no record decided so</source>
        <translation>没有记录作过这一决定</translation>
    </message>
    <message>
        <source>a record decided that it is trusted</source>
        <translation>有记录决定信任它</translation>
    </message>
    <message>
        <source>%1 must not list it</source>
        <translation>%1 不得列出它</translation>
    </message>
    <message>
        <source>%1 lists it</source>
        <translation>%1 列有它</translation>
    </message>
    <message>
        <source>%1 lists it twice</source>
        <translation>%1 两次列出它</translation>
    </message>
    <message>
        <source>%1 does not list it</source>
        <translation>%1 没有列出它</translation>
    </message>
    <message>
        <source>%1 %2, %3 says %4</source>
        <translation>%1 为 %2，%3 称 %4</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>%1, branch %2</source>
        <translation>%1，分支 %2</translation>
    </message>
    <message>
        <source>%1 names it</source>
        <translation>%1 提到它</translation>
    </message>
    <message>
        <source>%1 of dossier %2</source>
        <translation>卷宗 %2 的 %1</translation>
    </message>
    <message>
        <source>a name holds no characters that cannot be seen</source>
        <translation>名称中不得有看不见的字符</translation>
    </message>
</context>
<context>
    <name>dossier</name>
    <message>
        <source>Visit</source>
        <translation>现场检查</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>邮件快件</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Foreign evidence</source>
        <translation>外来证据</translation>
    </message>
    <message>
        <source>Genuine reference</source>
        <translation>真品样本</translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message>
        <source>Log opened</source>
        <translation>开立日志</translation>
    </message>
    <message>
        <source>Officer admitted</source>
        <translation>人员准入</translation>
    </message>
    <message>
        <source>Officer retired</source>
        <translation>人员退出</translation>
    </message>
    <message>
        <source>Clock checked</source>
        <translation>校对时钟</translation>
    </message>
    <message>
        <source>Receipt or time-stamp received</source>
        <translation>收到回执或时间戳</translation>
    </message>
    <message>
        <source>Bundle exported</source>
        <translation>导出证据包</translation>
    </message>
    <message>
        <source>Bundle imported</source>
        <translation>导入证据包</translation>
    </message>
    <message>
        <source>Dossier opened</source>
        <translation>建立卷宗</translation>
    </message>
    <message>
        <source>Field filled in</source>
        <translation>填写字段</translation>
    </message>
    <message>
        <source>Item added</source>
        <translation>新增明细</translation>
    </message>
    <message>
        <source>Item changed</source>
        <translation>修改明细</translation>
    </message>
    <message>
        <source>Item removed</source>
        <translation>移除明细</translation>
    </message>
    <message>
        <source>Original added</source>
        <translation>存入原件</translation>
    </message>
    <message>
        <source>Original destroyed by order</source>
        <translation>依决定销毁原件</translation>
    </message>
    <message>
        <source>Code read</source>
        <translation>识读条码</translation>
    </message>
    <message>
        <source>Record signed</source>
        <translation>签署记录</translation>
    </message>
    <message>
        <source>Confirmed by a second officer</source>
        <translation>第二名执法人员确认</translation>
    </message>
    <message>
        <source>Sealed value filled in</source>
        <translation>填写密封内容</translation>
    </message>
    <message>
        <source>Sealed value looked at</source>
        <translation>查看密封内容</translation>
    </message>
    <message>
        <source>Certificate trusted</source>
        <translation>信任证书</translation>
    </message>
    <message>
        <source>Trust withdrawn</source>
        <translation>撤销信任</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>The command was not understood.</source>
        <translation>命令写法有误，未能执行。</translation>
    </message>
    <message>
        <source>This does not have the form that was expected.</source>
        <translation>内容不符合要求的格式。</translation>
    </message>
    <message>
        <source>There is no field of this name.</source>
        <translation>没有这个名称的字段。</translation>
    </message>
    <message>
        <source>This value does not fit here.</source>
        <translation>此处不能填写这样的内容。</translation>
    </message>
    <message>
        <source>It was not found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>More than one matches.</source>
        <translation>有多项与之相符。</translation>
    </message>
    <message>
        <source>It exists already; nothing was overwritten.</source>
        <translation>已经存在，未作覆盖。</translation>
    </message>
    <message>
        <source>This folder holds no Chayan store.</source>
        <translation>该文件夹中没有查验资料库。</translation>
    </message>
    <message>
        <source>It is not empty; what is there was left alone.</source>
        <translation>其中已有内容，未作改动。</translation>
    </message>
    <message>
        <source>It is larger than Chayan accepts.</source>
        <translation>超出可以接受的大小。</translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation>口令不正确。</translation>
    </message>
    <message>
        <source>The officer&apos;s key is locked; its passphrase is needed.</source>
        <translation>执法人员的密钥已锁定，需要输入口令。</translation>
    </message>
    <message>
        <source>Several officers have keys here, and none was chosen.</source>
        <translation>本机有多名执法人员的密钥，尚未指定由谁操作。</translation>
    </message>
    <message>
        <source>This is not a certificate that can be used here.</source>
        <translation>这不是可用的证书。</translation>
    </message>
    <message>
        <source>The store is locked.</source>
        <translation>资料库已锁定。</translation>
    </message>
    <message>
        <source>An earlier step is not finished.</source>
        <translation>前面的步骤尚未完成。</translation>
    </message>
    <message>
        <source>This kind is not supported.</source>
        <translation>不支持这一类型。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到符合的内容。</translation>
    </message>
    <message>
        <source>This file is not an evidence bundle.</source>
        <translation>该文件不是证据包。</translation>
    </message>
    <message>
        <source>This bundle does not verify. Nothing was taken from it.</source>
        <translation>证据包未通过验证，未采纳其中任何内容。</translation>
    </message>
    <message>
        <source>The bundle is intact, but a key behind it is not known here.</source>
        <translation>证据包完整，但其中有密钥在本机尚未受信任。</translation>
    </message>
    <message>
        <source>One log exists in two different versions.</source>
        <translation>同一日志出现了两个不同的版本。</translation>
    </message>
    <message>
        <source>What is stored here is damaged; it was left as it is.</source>
        <translation>存储的内容已损坏，现保持原状。</translation>
    </message>
    <message>
        <source>A name inside it leads out of its own folder.</source>
        <translation>其中有文件名指向自身文件夹之外。</translation>
    </message>
    <message>
        <source>Reading or writing failed.</source>
        <translation>读写失败。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘空间已满。</translation>
    </message>
    <message>
        <source>You have no permission for this.</source>
        <translation>没有相应的访问权限。</translation>
    </message>
    <message>
        <source>Another program is at work in this store.</source>
        <translation>另有程序正在使用该资料库。</translation>
    </message>
    <message>
        <source>This place can be read, not written.</source>
        <translation>此处只能读取，不能写入。</translation>
    </message>
    <message>
        <source>A newer version of Chayan wrote this.</source>
        <translation>该内容由更新版本的查验写成。</translation>
    </message>
    <message>
        <source>The picture could not be read safely.</source>
        <translation>图片无法安全读取。</translation>
    </message>
    <message>
        <source>It was cancelled before it was done.</source>
        <translation>已取消，操作未完成。</translation>
    </message>
    <message>
        <source>Something in Chayan itself went wrong.</source>
        <translation>查验程序内部出错。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This officer may not write here.</source>
        <translation>该执法人员不可在此写入。</translation>
    </message>
    <message>
        <source>The bundle is intact, but a key behind it was declared to be in wrong hands.</source>
        <translation>证据包完好，但其背后的一个密钥已被声明落入他人之手。</translation>
    </message>
    <message>
        <source>The genuine label was not found in this picture.</source>
        <translation>这张图片中未找到真品标签。</translation>
    </message>
    <message>
        <source>No label with straight sides was found in this picture.</source>
        <translation>这张图片中未找到四边平直的标签。</translation>
    </message>
    <message>
        <source>A corner lies outside the picture.</source>
        <translation>有一个角点在图片之外。</translation>
    </message>
    <message>
        <source>The picture ends too early; a part of it is missing.</source>
        <translation>图片不完整，末尾部分缺失。</translation>
    </message>
    <message>
        <source>The picture is damaged and cannot be decoded.</source>
        <translation>图片已损坏，无法解码。</translation>
    </message>
</context>
<context>
    <name>field</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>行政区划</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Party&apos;s unified social credit code</source>
        <translation>当事人统一社会信用代码</translation>
    </message>
    <message>
        <source>Party&apos;s address</source>
        <translation>当事人地址</translation>
    </message>
    <message>
        <source>Party&apos;s phone</source>
        <translation>当事人电话</translation>
    </message>
    <message>
        <source>Party&apos;s identity number</source>
        <translation>当事人身份证号码</translation>
    </message>
    <message>
        <source>Goods category</source>
        <translation>商品类别</translation>
    </message>
    <message>
        <source>Started at</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查情况</translation>
    </message>
    <message>
        <source>Party&apos;s comment</source>
        <translation>当事人意见</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>Complainant&apos;s name</source>
        <translation>投诉人姓名</translation>
    </message>
    <message>
        <source>Complainant&apos;s phone</source>
        <translation>投诉人电话</translation>
    </message>
    <message>
        <source>Whistle-blower&apos;s name</source>
        <translation>举报人姓名</translation>
    </message>
    <message>
        <source>Whistle-blower&apos;s phone</source>
        <translation>举报人电话</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>邮件号（运单号）</translation>
    </message>
    <message>
        <source>Consignor</source>
        <translation>寄件人</translation>
    </message>
    <message>
        <source>Consignor&apos;s address</source>
        <translation>寄件人地址</translation>
    </message>
    <message>
        <source>Consignor&apos;s phone</source>
        <translation>寄件人电话</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Consignee&apos;s address</source>
        <translation>收件人地址</translation>
    </message>
    <message>
        <source>Consignee&apos;s phone</source>
        <translation>收件人电话</translation>
    </message>
    <message>
        <source>Declared contents</source>
        <translation>申报内件</translation>
    </message>
    <message>
        <source>Declared value</source>
        <translation>申报价值</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Weight (g)</source>
        <translation>重量（克）</translation>
    </message>
    <message>
        <source>HS code</source>
        <translation>商品编码（HS）</translation>
    </message>
    <message>
        <source>Seen at</source>
        <translation>查看时间</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Second officer and certificate number</source>
        <translation>第二名执法人员及证号</translation>
    </message>
    <message>
        <source>Legal representative or person in charge</source>
        <translation>法定代表人（负责人）</translation>
    </message>
    <message>
        <source>Credentials shown</source>
        <translation>已出示证件</translation>
    </message>
    <message>
        <source>Rights told</source>
        <translation>已告知权利</translation>
    </message>
    <message>
        <source>Person on site</source>
        <translation>现场人员</translation>
    </message>
    <message>
        <source>Role of the person on site</source>
        <translation>现场人员身份</translation>
    </message>
    <message>
        <source>Measures taken</source>
        <translation>采取的措施</translation>
    </message>
    <message>
        <source>Why a signature was refused</source>
        <translation>拒绝签名的原因</translation>
    </message>
    <message>
        <source>Source of the lead</source>
        <translation>线索来源</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>商标标识</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>规格型号</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Production date</source>
        <translation>生产日期</translation>
    </message>
    <message>
        <source>Expiry date</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>生产者</translation>
    </message>
    <message>
        <source>Licence or registration number</source>
        <translation>许可（注册、备案）编号</translation>
    </message>
    <message>
        <source>Article number (GTIN)</source>
        <translation>商品条码（GTIN）</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>状况</translation>
    </message>
    <message>
        <source>Seal number</source>
        <translation>封条编号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>附注</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>工作单位</translation>
    </message>
    <message>
        <source>Officer&apos;s certificate number</source>
        <translation>执法证号</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>身份证号码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>卷宗</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>内容说明</translation>
    </message>
    <message>
        <source>Name of the bag</source>
        <translation>证据袋名称</translation>
    </message>
    <message>
        <source>BagIt version</source>
        <translation>BagIt 版本</translation>
    </message>
    <message>
        <source>Digests of its manifests</source>
        <translation>清单所用摘要算法</translation>
    </message>
    <message>
        <source>Result of the check</source>
        <translation>核对结果</translation>
    </message>
    <message>
        <source>Sender, as the bag says</source>
        <translation>移送单位（袋内所称）</translation>
    </message>
    <message>
        <source>Identifier, as the bag says</source>
        <translation>编号（袋内所称）</translation>
    </message>
    <message>
        <source>Description, as the bag says</source>
        <translation>说明（袋内所称）</translation>
    </message>
    <message>
        <source>Part of the bag</source>
        <translation>袋内类别</translation>
    </message>
    <message>
        <source>Country of origin</source>
        <translation>原产国（地区）</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>样本内容</translation>
    </message>
    <message>
        <source>Article numbers (GTIN)</source>
        <translation>商品条码（GTIN）</translation>
    </message>
    <message>
        <source>Where it is from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>提供日期</translation>
    </message>
    <message>
        <source>Photographed in</source>
        <translation>拍摄于</translation>
    </message>
    <message>
        <source>Why it is out of use</source>
        <translation>停用原因</translation>
    </message>
</context>
<context>
    <name>form</name>
    <message>
        <source>On-site record (form 9)</source>
        <translation>现场笔录（文书 9）</translation>
    </message>
    <message>
        <source>List of goods (form 24)</source>
        <translation>财物清单（文书 24）</translation>
    </message>
</context>
<context>
    <name>identifier</name>
    <message>
        <source>The number of characters is wrong.</source>
        <translation>位数不对。</translation>
    </message>
    <message>
        <source>It holds a character that does not occur in such a code.</source>
        <translation>含有此类编码中不会出现的字符。</translation>
    </message>
    <message>
        <source>It is not built like such a code.</source>
        <translation>结构不符合此类编码。</translation>
    </message>
    <message>
        <source>Its beginning does not occur in such a code.</source>
        <translation>开头部分不符合此类编码。</translation>
    </message>
    <message>
        <source>Its type character is unknown.</source>
        <translation>类型标识无法识别。</translation>
    </message>
    <message>
        <source>Its region code does not exist.</source>
        <translation>行政区划代码不存在。</translation>
    </message>
    <message>
        <source>The date in it does not exist.</source>
        <translation>其中的日期不存在。</translation>
    </message>
    <message>
        <source>A value in it is outside its range.</source>
        <translation>其中有数值超出范围。</translation>
    </message>
    <message>
        <source>The check digit is wrong; it may be misread or mistyped.</source>
        <translation>校验位不符，可能是误读或误录。</translation>
    </message>
    <message>
        <source>It would be accepted without its additional punctuation.</source>
        <translation>去掉多余的标点后即可识别。</translation>
    </message>
    <message>
        <source>It holds an application identifier that GS1 does not define.</source>
        <translation>含有 GS1 未定义的应用标识符。</translation>
    </message>
    <message>
        <source>An application identifier lacks another that must go with it.</source>
        <translation>应用标识符缺少必须同时出现的另一项。</translation>
    </message>
    <message>
        <source>Two application identifiers may not stand together.</source>
        <translation>有两个应用标识符不得同时出现。</translation>
    </message>
    <message>
        <source>One application identifier stands twice with different values.</source>
        <translation>同一应用标识符出现两次且取值不同。</translation>
    </message>
    <message>
        <source>Its parts stand in the wrong order.</source>
        <translation>各部分的顺序不对。</translation>
    </message>
    <message>
        <source>A part stands where it may not.</source>
        <translation>有内容出现在不允许的位置。</translation>
    </message>
    <message>
        <source>It is not well-formed text.</source>
        <translation>文本编码不正确。</translation>
    </message>
</context>
<context>
    <name>identifier_notice</name>
    <message>
        <source>Several carriers use this form of number.</source>
        <translation>有多家快递企业使用这种单号形式。</translation>
    </message>
    <message>
        <source>Class and issuing authority do not usually go together.</source>
        <translation>管理类别与发证机关通常不相对应。</translation>
    </message>
    <message>
        <source>The country code is not in the table.</source>
        <translation>国家（地区）代码不在本机代码表中。</translation>
    </message>
    <message>
        <source>This is a coupon, not a product.</source>
        <translation>这是优惠券代码，不是商品代码。</translation>
    </message>
    <message>
        <source>The date names no day, only month and year.</source>
        <translation>日期未指明具体日，仅有年月。</translation>
    </message>
    <message>
        <source>This prefix is reserved for demonstrations.</source>
        <translation>该前缀保留作演示用。</translation>
    </message>
    <message>
        <source>The registering department&apos;s character is not in the table.</source>
        <translation>登记管理部门代码不在本机代码表中。</translation>
    </message>
    <message>
        <source>The division code is not in the table; it may be newer or have been withdrawn.</source>
        <translation>行政区划代码不在本机代码表中，可能是新设或已撤销。</translation>
    </message>
    <message>
        <source>This service is meant for domestic mail.</source>
        <translation>该业务类型用于国内邮件。</translation>
    </message>
    <message>
        <source>This form is known only from examples; check it with the authority.</source>
        <translation>该形式仅见于实例，请向主管部门核实。</translation>
    </message>
    <message>
        <source>This is a number for printed music.</source>
        <translation>这是乐谱出版物的编号。</translation>
    </message>
    <message>
        <source>This number was replaced by the unified social credit code.</source>
        <translation>该编号已由统一社会信用代码取代。</translation>
    </message>
    <message>
        <source>This address was set by software, not by a maker.</source>
        <translation>该地址由软件设定，并非厂商分配。</translation>
    </message>
    <message>
        <source>This is a group address, not that of a device.</source>
        <translation>这是组播地址，不是设备地址。</translation>
    </message>
    <message>
        <source>This number is not one of a product for sale.</source>
        <translation>该编号不是销售商品的编号。</translation>
    </message>
    <message>
        <source>It reads like GS1 data, but the code does not announce itself as such.</source>
        <translation>内容符合 GS1 格式，但条码本身未作 GS1 标识。</translation>
    </message>
    <message>
        <source>The organisation code inside has a wrong check digit; older codes sometimes do.</source>
        <translation>其中组织机构代码的校验位不符；早期代码偶有此情形。</translation>
    </message>
    <message>
        <source>This is personal data; keep it sealed.</source>
        <translation>这是个人信息，请按密封字段保存。</translation>
    </message>
    <message>
        <source>GS1 has not assigned this prefix.</source>
        <translation>GS1 未分配该前缀。</translation>
    </message>
    <message>
        <source>A separator may be missing: one value may really be two.</source>
        <translation>可能缺少分隔符：一个值可能本应是两个。</translation>
    </message>
    <message>
        <source>This number is for use inside one shop and says nothing elsewhere.</source>
        <translation>这是店内自用编号，在店外没有意义。</translation>
    </message>
    <message>
        <source>This is a test number, not that of a device on sale.</source>
        <translation>这是测试编号，不是在售设备的编号。</translation>
    </message>
    <message>
        <source>This is a test item of the post.</source>
        <translation>这是邮政测试邮件。</translation>
    </message>
    <message>
        <source>This is a product of variable measure.</source>
        <translation>这是按量计价的商品。</translation>
    </message>
    <message>
        <source>This is none of the values on offer.</source>
        <translation>这不是可选值之一。</translation>
    </message>
    <message>
        <source>This does not look like a phone number.</source>
        <translation>这不像电话号码。</translation>
    </message>
    <message>
        <source>This holds an identity number, which everyone who gets the record can read.</source>
        <translation>其中含有身份证号，得到记录的人都能看到。</translation>
    </message>
    <message>
        <source>This holds characters that cannot be seen.</source>
        <translation>其中含有看不见的字符。</translation>
    </message>
    <message>
        <source>Only its shape says so; numbers of other kinds may look the same.</source>
        <translation>仅凭形式判断，其他种类的号码也可能是这个样子。</translation>
    </message>
</context>
<context>
    <name>ledger</name>
    <message>
        <source>A record is malformed.</source>
        <translation>有记录格式有误。</translation>
    </message>
    <message>
        <source>The records do not follow each other as they must.</source>
        <translation>记录的先后顺序有误。</translation>
    </message>
    <message>
        <source>A record is missing.</source>
        <translation>有记录缺失。</translation>
    </message>
    <message>
        <source>A record is not the one that was signed.</source>
        <translation>有记录与签名时不一致。</translation>
    </message>
    <message>
        <source>A record belongs to another log.</source>
        <translation>有记录属于另一日志。</translation>
    </message>
    <message>
        <source>A record names another officer than the one who signed it.</source>
        <translation>记录所列人员与签名人员不一致。</translation>
    </message>
    <message>
        <source>A record was signed by an officer who had not been admitted.</source>
        <translation>有记录由未经准入的人员签名。</translation>
    </message>
    <message>
        <source>A record was signed by an officer after retiring.</source>
        <translation>有记录由已退出的人员签名。</translation>
    </message>
    <message>
        <source>An officer&apos;s certificate is missing.</source>
        <translation>缺少执法人员的证书。</translation>
    </message>
    <message>
        <source>A certificate is malformed.</source>
        <translation>有证书格式有误。</translation>
    </message>
    <message>
        <source>Two different certificates claim the same officer&apos;s key.</source>
        <translation>两份不同的证书对应同一密钥。</translation>
    </message>
    <message>
        <source>A signed checkpoint is missing.</source>
        <translation>缺少已签名的检查点。</translation>
    </message>
    <message>
        <source>A checkpoint is malformed.</source>
        <translation>检查点格式有误。</translation>
    </message>
    <message>
        <source>A checkpoint covers records that are not its officer&apos;s.</source>
        <translation>检查点涵盖了不属于该人员的记录。</translation>
    </message>
    <message>
        <source>A checkpoint&apos;s signature is wrong.</source>
        <translation>检查点的签名不正确。</translation>
    </message>
    <message>
        <source>The records do not add up to the signed checkpoint.</source>
        <translation>记录与已签名的检查点不符。</translation>
    </message>
    <message>
        <source>A proof is malformed.</source>
        <translation>证明的格式有误。</translation>
    </message>
    <message>
        <source>A proof does not hold: the records do not stand in the signed log as claimed.</source>
        <translation>证明不成立：记录在已签名日志中的位置与所称不符。</translation>
    </message>
    <message>
        <source>Two checkpoints of one log do not follow from each other.</source>
        <translation>同一日志的两个检查点前后不相承接。</translation>
    </message>
    <message>
        <source>A record builds on another that is missing.</source>
        <translation>记录所依据的前一记录缺失。</translation>
    </message>
    <message>
        <source>One log has two different records in the same place.</source>
        <translation>同一日志的同一位置有两条不同的记录。</translation>
    </message>
    <message>
        <source>This log was opened by another officer than it claims.</source>
        <translation>该日志的开立人员与所称不符。</translation>
    </message>
    <message>
        <source>The signer&apos;s statement does not fit the content.</source>
        <translation>签署人的说明与实际内容不符。</translation>
    </message>
    <message>
        <source>A dossier does not end where the statement says it does.</source>
        <translation>卷宗的最后记录与说明不符。</translation>
    </message>
    <message>
        <source>The number of records is not the one stated.</source>
        <translation>记录数量与所述不符。</translation>
    </message>
    <message>
        <source>A disclosed value is not the one that was sealed.</source>
        <translation>披露的内容与密封时不一致。</translation>
    </message>
    <message>
        <source>An original is missing.</source>
        <translation>有原件缺失。</translation>
    </message>
    <message>
        <source>An original is not the one that was recorded; it was changed.</source>
        <translation>有原件与记录的校验值不符，内容已被改动。</translation>
    </message>
    <message>
        <source>An original has another size than was recorded.</source>
        <translation>有原件的大小与记录不符。</translation>
    </message>
    <message>
        <source>There is an original that no record names.</source>
        <translation>有原件未见于任何记录。</translation>
    </message>
    <message>
        <source>A receipt is malformed.</source>
        <translation>有回执格式有误。</translation>
    </message>
    <message>
        <source>A receipt does not belong to this log.</source>
        <translation>有回执不属于该日志。</translation>
    </message>
    <message>
        <source>What the screens show differs from the records; rebuild it.</source>
        <translation>界面所示内容与记录不符，请重建。</translation>
    </message>
    <message>
        <source>The stored tree of hashes differs from the records.</source>
        <translation>存储的校验树与记录不符。</translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation>数据库已损坏。</translation>
    </message>
    <message>
        <source>The same record stands twice.</source>
        <translation>同一条记录出现了两次。</translation>
    </message>
    <message>
        <source>A record builds on one of another dossier.</source>
        <translation>有记录承接了另一卷宗的记录。</translation>
    </message>
    <message>
        <source>A record does not name the one before it; something between them may have been dropped.</source>
        <translation>有记录没有写明它的前一条记录；中间可能有内容被抽走。</translation>
    </message>
    <message>
        <source>A log is opened elsewhere than at its start.</source>
        <translation>日志的开启记录不在日志开头。</translation>
    </message>
    <message>
        <source>The opening of a log is missing.</source>
        <translation>缺少日志的开启记录。</translation>
    </message>
    <message>
        <source>A checkpoint&apos;s signature does not fit it.</source>
        <translation>检查点的签名与其内容不符。</translation>
    </message>
    <message>
        <source>The checkpoints are not in order.</source>
        <translation>检查点的顺序不对。</translation>
    </message>
    <message>
        <source>Two checkpoints of one log do not belong to one history.</source>
        <translation>同一日志的两个检查点不属于同一段历史。</translation>
    </message>
    <message>
        <source>Two officers claim the same records.</source>
        <translation>两名人员声称拥有同一批记录。</translation>
    </message>
    <message>
        <source>No officer&apos;s checkpoint covers a record.</source>
        <translation>有记录不在任何人员的检查点之内。</translation>
    </message>
    <message>
        <source>The proof of a record&apos;s place in its log is missing.</source>
        <translation>缺少记录在日志中位置的证明。</translation>
    </message>
    <message>
        <source>There are proofs for a log that has no records here.</source>
        <translation>附有某日志的证明，但此处没有该日志的记录。</translation>
    </message>
    <message>
        <source>A disclosed value is malformed.</source>
        <translation>披露的内容格式不正确。</translation>
    </message>
    <message>
        <source>An original is not named by its hash.</source>
        <translation>有原件不是以其哈希值命名。</translation>
    </message>
    <message>
        <source>No record names an original that is enclosed.</source>
        <translation>附有的原件没有任何记录提到。</translation>
    </message>
    <message>
        <source>An original is enclosed twice.</source>
        <translation>同一原件附了两份。</translation>
    </message>
    <message>
        <source>A file is not in the form that it must have.</source>
        <translation>有文件不符合应有的格式。</translation>
    </message>
    <message>
        <source>A file that must be there is missing.</source>
        <translation>缺少必须具备的文件。</translation>
    </message>
    <message>
        <source>A line is longer than a record can be.</source>
        <translation>有一行超过了记录允许的长度。</translation>
    </message>
    <message>
        <source>This was not looked at, because an earlier check failed.</source>
        <translation>因前面的检查未通过，此项未检查。</translation>
    </message>
    <message>
        <source>It refers to something that is not there.</source>
        <translation>它所指的内容不存在。</translation>
    </message>
    <message>
        <source>No record accounts for it.</source>
        <translation>没有任何记录说明其来历。</translation>
    </message>
    <message>
        <source>Something that must be there is missing.</source>
        <translation>缺少必须存在的内容。</translation>
    </message>
    <message>
        <source>It does not belong here.</source>
        <translation>此处不应有该内容。</translation>
    </message>
    <message>
        <source>A file lies among the originals and is none.</source>
        <translation>原件目录中有一个文件不是原件。</translation>
    </message>
    <message>
        <source>An original cannot be read.</source>
        <translation>有一份原件无法读取。</translation>
    </message>
    <message>
        <source>The sums over keys and sealed values are not signed as they must be.</source>
        <translation>密钥和密封内容的校验和没有按规定签名。</translation>
    </message>
    <message>
        <source>Keys or sealed values were changed, added or removed.</source>
        <translation>密钥或密封内容被更改、增加或删除。</translation>
    </message>
    <message>
        <source>Keys and sealed values are older than the records.</source>
        <translation>密钥和密封内容比记录旧。</translation>
    </message>
    <message>
        <source>A log exists in two versions that cannot both be true. Both are kept as they were received; ask its office whether a laptop was copied, rolled back or tampered with.</source>
        <translation>同一日志存在两个不可能同时为真的版本。两者均按收到时原样保存；请向其所属单位查明：是否有电脑被复制、恢复到旧状态或遭到篡改。</translation>
    </message>
    <message>
        <source>What this store knows of logs, or which originals it has, was changed, added or removed.</source>
        <translation>本记录库所知的日志情况或所存的原件记录被更改、添加或删除。</translation>
    </message>
    <message>
        <source>The certificate that lies here to be given to others is not the officer&apos;s own. Give it to nobody.</source>
        <translation>此处供交给他人的证书不是执法人员本人的证书，请勿交给任何人。</translation>
    </message>
    <message>
        <source>An original is a link to a file elsewhere.</source>
        <translation>某个原件只是指向别处文件的链接。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The folder of the store.</source>
        <translation>记录库所在文件夹。</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>A bundle to verify.</source>
        <translation>要验证的证据包。</translation>
    </message>
</context>
<context>
    <name>origin</name>
    <message>
        <source>Captured here</source>
        <translation>本机拍摄</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Derived from another picture</source>
        <translation>由其他图片派生</translation>
    </message>
    <message>
        <source>Received from others</source>
        <translation>由他处移来</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Visits</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>证据包</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What you saw on site: the record, the goods, the photographs. Type into a field and go on to the next; it is saved as you leave it, and kept as a draft while you type. Nothing is ever overwritten: a correction is a new entry.</source>
        <translation>您在现场所见：笔录、物品、照片。填写一项后转到下一项即可，离开时自动保存，输入过程中保存为草稿。任何内容都不会被覆盖：更正即新增一条记录。</translation>
    </message>
    <message>
        <source>Evidence on its way. Drop a bundle anywhere in the window to see whether it is intact and who signed it. Compare the fingerprint with its holder before you trust a key; then take the bundle into the records and send back the receipt.</source>
        <translation>证据的移交与接收。把证据包拖到窗口任意处，即可查看是否完整、由谁签名。信任密钥之前，请与持有人核对指纹；然后把证据包收入记录，并把回执发回。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Looks in everything that is not sealed, also in what other offices handed over and in the codes that were read. Several words must all occur.</source>
        <translation>在密封内容以外的全部内容中搜索，包括其他单位移交的内容和识读的条码。多个词须同时出现。</translation>
    </message>
    <message>
        <source>Check the records and back them up, say who may write here and whose keys count, and choose how it looks and when it locks.</source>
        <translation>检查和备份记录，确定谁可以在此记录、信任谁的密钥，选择外观和锁定时间。</translation>
    </message>
</context>
<context>
    <name>part</name>
    <message>
        <source>Authority</source>
        <translation>发证机关</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>承运企业</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Check digit</source>
        <translation>校验位</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>管理类别</translation>
    </message>
    <message>
        <source>Country code</source>
        <translation>国家（地区）代码</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家（地区）</translation>
    </message>
    <message>
        <source>Registering department</source>
        <translation>登记管理部门</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Division code</source>
        <translation>行政区划代码</translation>
    </message>
    <message>
        <source>Division abbreviation</source>
        <translation>地区简称</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>行政区划</translation>
    </message>
    <message>
        <source>Drug identifier</source>
        <translation>药品标识码</translation>
    </message>
    <message>
        <source>Kind of entity</source>
        <translation>机构类别</translation>
    </message>
    <message>
        <source>Check digit that would fit</source>
        <translation>应为的校验位</translation>
    </message>
    <message>
        <source>Extension digit</source>
        <translation>扩展位</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组区号</translation>
    </message>
    <message>
        <source>Article number</source>
        <translation>商品代码</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>品目</translation>
    </message>
    <message>
        <source>Packaging indicator</source>
        <translation>包装指示符</translation>
    </message>
    <message>
        <source>ISSN</source>
        <translation>ISSN</translation>
    </message>
    <message>
        <source>Issuer&apos;s prefix</source>
        <translation>发码机构前缀</translation>
    </message>
    <message>
        <source>Issuing organisation</source>
        <translation>发码机构</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>生产企业</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>隐去后的号码</translation>
    </message>
    <message>
        <source>Normal form</source>
        <translation>规范写法</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Organisation code</source>
        <translation>组织机构代码</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>产地类别</translation>
    </message>
    <message>
        <source>Maker&apos;s prefix (OUI)</source>
        <translation>厂商前缀（OUI）</translation>
    </message>
    <message>
        <source>Prefecture</source>
        <translation>市（州）</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>Product class</source>
        <translation>产品类别</translation>
    </message>
    <message>
        <source>Production type</source>
        <translation>生产类型</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Random part</source>
        <translation>随机码</translation>
    </message>
    <message>
        <source>End of the registration number</source>
        <translation>登记证号后段</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>顺序号</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务种类</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>产品规格</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Subheading</source>
        <translation>子目</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>学科</translation>
    </message>
    <message>
        <source>Type allocation code</source>
        <translation>型号核准号码</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>品种</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Year code</source>
        <translation>年份代码</translation>
    </message>
    <message>
        <source>Service code</source>
        <translation>业务种类代码</translation>
    </message>
</context>
<context>
    <name>phone</name>
    <message>
        <source>Photographs to the laptop</source>
        <translation>传照片到电脑</translation>
    </message>
    <message>
        <source>Send to the laptop</source>
        <translation>传到电脑</translation>
    </message>
    <message>
        <source>Take or choose photographs and videos</source>
        <translation>拍摄或选取照片、视频</translation>
    </message>
    <message>
        <source>%1 of %2 safe on the laptop</source>
        <translation>电脑已存妥 %1 / %2</translation>
    </message>
    <message>
        <source>Everything has arrived. You may close this page.</source>
        <translation>已全部存妥，可以关闭本页。</translation>
    </message>
    <message>
        <source>%1 could not be sent; see below.</source>
        <translation>%1 个未能发送，详见下方。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Arrived, being saved</source>
        <translation>已收到，正在保存</translation>
    </message>
    <message>
        <source>Safe on the laptop</source>
        <translation>电脑已存妥</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Connection lost, trying again</source>
        <translation>连接中断，正在重试</translation>
    </message>
    <message>
        <source>The connection is lost. It goes on by itself once it is back.</source>
        <translation>连接中断，恢复后会自动继续。</translation>
    </message>
    <message>
        <source>This address is no longer valid. Scan the code on the laptop again; what is not marked safe has to be chosen once more.</source>
        <translation>此网址已失效。请重新扫描电脑上的二维码；未标明“已存妥”的文件须重新选取。</translation>
    </message>
    <message>
        <source>Not known to be saved</source>
        <translation>未确认存妥</translation>
    </message>
    <message>
        <source>Not taken: the file is too large</source>
        <translation>未接收：文件过大</translation>
    </message>
    <message>
        <source>Not taken: the laptop&apos;s disk is full</source>
        <translation>未接收：电脑磁盘已满</translation>
    </message>
    <message>
        <source>Not taken: the file is empty or damaged</source>
        <translation>未接收：文件为空或已损坏</translation>
    </message>
    <message>
        <source>This phone cannot read the file</source>
        <translation>手机无法读取该文件</translation>
    </message>
    <message>
        <source>Keep this page in front and the screen on until everything is safe.</source>
        <translation>全部存妥之前，请保持本页在前台、屏幕常亮。</translation>
    </message>
    <message>
        <source>On an iPhone, tap “Options” when choosing: leave the location on and set the format to “Current”, so that the pictures stay as they were taken.</source>
        <translation>iPhone 选取照片时请点“选项”：保留“位置”，格式选“当前”，照片才会保持原样。</translation>
    </message>
    <message>
        <source>The eight characters beside a file begin its fingerprint (SHA-256), which the laptop has computed. The laptop shows the same ones.</source>
        <translation>文件旁的八位字符是其数字指纹（SHA-256）的开头，由电脑计算；电脑上显示的应与之相同。</translation>
    </message>
    <message>
        <source>The way to the laptop is not encrypted: use its own hotspot or a network whose password you trust.</source>
        <translation>传输未加密：请使用电脑自身的热点，或密码可靠的网络。</translation>
    </message>
    <message>
        <source>What you send goes straight into the visit that is open there, as it is.</source>
        <translation>所传文件会原样归入电脑上打开的这次检查。</translation>
    </message>
    <message>
        <source>Not taken: no known kind of photograph or video</source>
        <translation>未接收：不是可识别的照片或视频</translation>
    </message>
</context>
<context>
    <name>picture</name>
    <message>
        <source>This file is not a picture.</source>
        <translation>该文件不是图片。</translation>
    </message>
    <message>
        <source>This kind of picture is not supported.</source>
        <translation>不支持这种图片格式。</translation>
    </message>
    <message>
        <source>This is an HEIC picture, which cannot be opened here. Set the phone&apos;s camera to JPEG (“Most compatible”).</source>
        <translation>这是 HEIC 图片，本机无法打开。请将手机相机设为 JPEG 格式（“兼容性最佳”）。</translation>
    </message>
    <message>
        <source>This is a video; codes are read from still pictures only.</source>
        <translation>这是视频；条码只能从静态图片中识读。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The picture ends too early; a part of it is missing.</source>
        <translation>图片不完整，末尾部分缺失。</translation>
    </message>
    <message>
        <source>The picture is too large to be read safely.</source>
        <translation>图片过大，无法安全读取。</translation>
    </message>
    <message>
        <source>The picture is damaged and cannot be decoded.</source>
        <translation>图片已损坏，无法解码。</translation>
    </message>
    <message>
        <source>Reading took too long and was stopped.</source>
        <translation>读取超时，已停止。</translation>
    </message>
    <message>
        <source>Reading broke off twice; the picture could not be read safely.</source>
        <translation>两次读取均异常中断，图片无法安全读取。</translation>
    </message>
    <message>
        <source>Reading this picture needs too much memory.</source>
        <translation>读取该图片所需内存过大。</translation>
    </message>
    <message>
        <source>The program part that reads pictures did not start, so no codes were looked for; the file itself is stored. Install Chayan anew.</source>
        <translation>读取图片的程序组件未能启动，因此没有查找条码；文件本身已保存。请重新安装查验。</translation>
    </message>
    <message>
        <source>It is not sharp: hold still, focus on the label, take it again.</source>
        <translation>照片不清晰：请拿稳，对准标签对焦，重拍一张。</translation>
    </message>
    <message>
        <source>It is too dark: bring light, take it again.</source>
        <translation>照片太暗：请补光后重拍。</translation>
    </message>
    <message>
        <source>There is too much light in it: print has become as light as paper.</source>
        <translation>照片过亮：字迹已与纸面一样白，请减少光线后重拍。</translation>
    </message>
    <message>
        <source>A light is mirrored in it: tilt the goods or the lamp, take it again.</source>
        <translation>照片有反光：请转动货物或移开灯光后重拍。</translation>
    </message>
    <message>
        <source>What looks like a code is too small in it: go nearer, take it again.</source>
        <translation>疑似条码在照片中太小：请靠近后重拍。</translation>
    </message>
</context>
<context>
    <name>scheme</name>
    <message>
        <source>EAN-13 article number</source>
        <translation>EAN-13 商品条码</translation>
    </message>
    <message>
        <source>EAN-8 article number</source>
        <translation>EAN-8 商品条码</translation>
    </message>
    <message>
        <source>UPC-A article number</source>
        <translation>UPC-A 商品条码</translation>
    </message>
    <message>
        <source>Article number of a packaging unit (GTIN-14)</source>
        <translation>储运包装商品代码（GTIN-14）</translation>
    </message>
    <message>
        <source>Shipping container code (SSCC)</source>
        <translation>系列货运包装箱代码（SSCC）</translation>
    </message>
    <message>
        <source>GS1 data</source>
        <translation>GS1 应用标识数据</translation>
    </message>
    <message>
        <source>GS1 data as scanned</source>
        <translation>扫描所得 GS1 数据</translation>
    </message>
    <message>
        <source>GS1 Digital Link</source>
        <translation>GS1 数字链接</translation>
    </message>
    <message>
        <source>Postal item number (UPU S10)</source>
        <translation>邮件号码（UPU S10）</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Organisation code within a credit code</source>
        <translation>信用代码中的组织机构代码</translation>
    </message>
    <message>
        <source>Organisation code</source>
        <translation>组织机构代码</translation>
    </message>
    <message>
        <source>Former business registration number</source>
        <translation>原工商注册号</translation>
    </message>
    <message>
        <source>Citizen identity number</source>
        <translation>公民身份号码</translation>
    </message>
    <message>
        <source>Division code (Sichuan)</source>
        <translation>行政区划代码（四川）</translation>
    </message>
    <message>
        <source>Food production licence</source>
        <translation>食品生产许可证</translation>
    </message>
    <message>
        <source>Food business licence</source>
        <translation>食品经营许可证</translation>
    </message>
    <message>
        <source>Drug approval number</source>
        <translation>药品批准文号</translation>
    </message>
    <message>
        <source>Drug traceability code</source>
        <translation>药品追溯码</translation>
    </message>
    <message>
        <source>Medical device registration</source>
        <translation>医疗器械注册证</translation>
    </message>
    <message>
        <source>Medical device filing</source>
        <translation>医疗器械备案凭证</translation>
    </message>
    <message>
        <source>Cosmetics production licence</source>
        <translation>化妆品生产许可证</translation>
    </message>
    <message>
        <source>Cosmetics filing</source>
        <translation>化妆品备案号</translation>
    </message>
    <message>
        <source>Special cosmetics registration</source>
        <translation>特殊化妆品注册证</translation>
    </message>
    <message>
        <source>China Compulsory Certification</source>
        <translation>强制性产品认证（CCC）证书</translation>
    </message>
    <message>
        <source>Pesticide registration</source>
        <translation>农药登记证</translation>
    </message>
    <message>
        <source>Pesticide unit code</source>
        <translation>农药产品追溯码</translation>
    </message>
    <message>
        <source>Veterinary drug approval</source>
        <translation>兽药产品批准文号</translation>
    </message>
    <message>
        <source>Trademark registration</source>
        <translation>商标注册号</translation>
    </message>
    <message>
        <source>Patent number</source>
        <translation>专利号</translation>
    </message>
    <message>
        <source>ISBN</source>
        <translation>国际标准书号（ISBN）</translation>
    </message>
    <message>
        <source>ISSN</source>
        <translation>国际标准连续出版物号（ISSN）</translation>
    </message>
    <message>
        <source>Domestic serial number</source>
        <translation>国内统一连续出版物号</translation>
    </message>
    <message>
        <source>Game approval</source>
        <translation>游戏出版批准文号</translation>
    </message>
    <message>
        <source>Device number (IMEI)</source>
        <translation>手机设备识别码（IMEI）</translation>
    </message>
    <message>
        <source>Network address (MAC)</source>
        <translation>网卡地址（MAC）</translation>
    </message>
    <message>
        <source>Vehicle identification number</source>
        <translation>车辆识别代号</translation>
    </message>
    <message>
        <source>HS code</source>
        <translation>商品编码（HS）</translation>
    </message>
    <message>
        <source>Customs recordal of rights</source>
        <translation>知识产权海关备案号</translation>
    </message>
    <message>
        <source>China Post waybill</source>
        <translation>中国邮政运单号</translation>
    </message>
    <message>
        <source>JD waybill</source>
        <translation>京东运单号</translation>
    </message>
    <message>
        <source>J&amp;T waybill</source>
        <translation>极兔运单号</translation>
    </message>
    <message>
        <source>SF waybill</source>
        <translation>顺丰运单号</translation>
    </message>
    <message>
        <source>STO waybill</source>
        <translation>申通运单号</translation>
    </message>
    <message>
        <source>YTO waybill</source>
        <translation>圆通运单号</translation>
    </message>
    <message>
        <source>Yunda waybill</source>
        <translation>韵达运单号</translation>
    </message>
    <message>
        <source>ZTO waybill</source>
        <translation>中通运单号</translation>
    </message>
</context>
<context>
    <name>section</name>
    <message>
        <source>Visit</source>
        <translation>检查情况</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>线索来源</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>物品</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Related dossiers</source>
        <translation>相关卷宗</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Bag made by others</source>
        <translation>他人制作的证据袋</translation>
    </message>
    <message>
        <source>Genuine reference</source>
        <translation>真品样本</translation>
    </message>
</context>
<context>
    <name>state</name>
    <message>
        <source>Saved here</source>
        <translation>已存本机</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>对方已收到</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>密封</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>未随附</translation>
    </message>
    <message>
        <source>Destroyed by order</source>
        <translation>依决定销毁</translation>
    </message>
</context>
<context>
    <name>time</name>
    <message>
        <source>Claimed by the laptop&apos;s clock</source>
        <translation>电脑时钟所示</translation>
    </message>
    <message>
        <source>Not later than</source>
        <translation>不晚于</translation>
    </message>
    <message>
        <source>Not earlier than</source>
        <translation>不早于</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Intact, but some key is not known here</source>
        <translation>完整，但有密钥在本机未受信任</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Intact, repacked</source>
        <translation>完整，经重新打包</translation>
    </message>
    <message>
        <source>As exported</source>
        <translation>导出时原样</translation>
    </message>
    <message>
        <source>Complete, as the signer states</source>
        <translation>签署人称内容完整</translation>
    </message>
    <message>
        <source>A selection, as the signer states</source>
        <translation>签署人称系部分内容</translation>
    </message>
</context>
<context>
    <name>word</name>
    <message>
        <source>application</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>business reply</source>
        <translation>商业回函</translation>
    </message>
    <message>
        <source>domestic</source>
        <translation>国产</translation>
    </message>
    <message>
        <source>domestic, or by agreement of two posts</source>
        <translation>国内或双边约定业务</translation>
    </message>
    <message>
        <source>e-commerce parcel</source>
        <translation>电商包裹</translation>
    </message>
    <message>
        <source>EMS</source>
        <translation>特快专递（EMS）</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>已授权</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>进口</translation>
    </message>
    <message>
        <source>insured letter</source>
        <translation>保价信函</translation>
    </message>
    <message>
        <source>M bag</source>
        <translation>印刷品专袋（M 袋）</translation>
    </message>
    <message>
        <source>parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>registered letter</source>
        <translation>挂号信函</translation>
    </message>
    <message>
        <source>test item</source>
        <translation>测试邮件</translation>
    </message>
    <message>
        <source>tracked letter</source>
        <translation>跟踪信函</translation>
    </message>
    <message>
        <source>untracked letter</source>
        <translation>非跟踪信函</translation>
    </message>
</context>
</TS>
