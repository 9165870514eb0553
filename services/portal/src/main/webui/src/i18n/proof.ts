/** Countersigned heads of receipt chains, and what is needed to check a chain elsewhere. */
export const proofZh = {
  'proof.title': '存证与核验',
  'proof.lead':
    '每批数据的回执由双方前置机签名，并逐条连成链。中心对链的最新一条（链头）再签名，交给两个部门的前置机各自保存。此后无论谁改动、删除、调换或截断回执，核验程序都会指出第一处不符的记录。',
  'proof.chain': '下载回执链',
  'proof.chainOf': '下载回执链：{target}',
  'proof.heads': '下载中心签名的链头',
  'proof.keys': '下载中心公钥',
  'proof.command': '核验命令',
  'proof.commandHint':
    '离线运行，不需要访问平台。文件 {keys} 由两个部门各自提供，每行写“key 节点代码 签名公钥”。要核验中心本身，链头请用对方部门前置机保存的文件，中心公钥请从其他途径取得，指纹应与下表一致。',
  'proof.copy': '复制',
  'proof.copied': '已复制',
  'proof.list': '中心签名的链头',
  'proof.none': '还没有链头。运行结束后 10 秒内，或有回执时每 15 分钟，由中心签名。',
  'proof.unsigned': '中心没有配置签名密钥，因此没有链头。',
  'proof.channel': '来源到目标',
  'proof.channelOf': '{source} → {target}',
  'proof.sequence': '回执序号',
  'proof.digest': '回执摘要',
  'proof.signedAt': '中心签名时间',
  'proof.key': '中心公钥指纹',
};

export const proofEn: Record<keyof typeof proofZh, string> = {
  'proof.title': 'Proof and its check',
  'proof.lead':
    'Both nodes sign a receipt for each piece of data, and each receipt continues the one before it. The centre signs the latest of each chain, its head, and hands it to the nodes of both departments to keep. Whoever alters, removes, swaps or cuts off receipts later, the verifier names the first record that does not fit.',
  'proof.chain': 'Download the receipts',
  'proof.chainOf': 'Download the receipts: {target}',
  'proof.heads': 'Download the countersigned heads',
  'proof.keys': "Download the centre's public keys",
  'proof.command': 'Command that checks them',
  'proof.commandHint':
    "It runs offline and needs nothing of the platform. The file {keys} comes from the two departments, each with a line: key NODE PUBLIC-SIGNING-KEY. To check something against the centre, take the heads that the other department's node keeps and have the centre's public key from another hand; its fingerprint stands in the table.",
  'proof.copy': 'Copy',
  'proof.copied': 'Copied',
  'proof.list': 'Countersigned heads',
  'proof.none':
    "No head yet. The centre signs within 10 seconds of a run's end, and every 15 minutes while receipts come in.",
  'proof.unsigned': 'The centre has no key to sign with, so there are no heads.',
  'proof.channel': 'From source to target',
  'proof.channelOf': '{source} → {target}',
  'proof.sequence': 'Receipt',
  'proof.digest': 'Its digest',
  'proof.signedAt': 'Signed by the centre',
  'proof.key': "Fingerprint of the centre's key",
};
