import { html, type Markup } from '../markup.ts';

/** The log-in page; also the answer to every admin request without a session. */
export function loginPage(): Markup {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Administrator Sign In</title>
<link rel="stylesheet" href="/images/css/screen.css">
</head>
<body class="login-page">
<form id="LoginForm" method="post" action="/admin/pw.html">
<h1>PowerSchool SIS</h1>
<p>Simulator. Any name and password will do.</p>
<div><label for="fieldUsername">Username</label> <input type="text" id="fieldUsername" name="username" autocomplete="username"></div>
<div><label for="fieldPassword">Password</label> <input type="password" id="fieldPassword" name="password" autocomplete="current-password"></div>
<div class="button-row"><button type="submit" id="btnEnter">Sign In</button></div>
</form>
</body>
</html>
`;
}
