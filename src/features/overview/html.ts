import * as vscode from 'vscode';

/**
 * The page of the overview. It may only run our script and use our style sheet; it has no network, and gets
 * what it shows by messages.
 */
export function pageOf(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const uri = (...path: string[]) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', ...path)).toString();
  const policy = [
    "default-src 'none'",
    // To become a PNG, a picture is drawn as an image first.
    'img-src data:',
    `style-src ${webview.cspSource}`,
    `script-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${uri('overview.css')}">
<title>${vscode.l10n.t('Overview')}</title>
</head>
<body><script src="${uri('overview.js')}"></script></body>
</html>`;
}
