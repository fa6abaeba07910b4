using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace SalesBot.Tests.Npm;

/// <summary>A script of tests/npm that goes on: a line of JSON in, a line of JSON out, one at a time.</summary>
internal sealed class NodeTalk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private readonly System.Diagnostics.Process _node;

    public NodeTalk(string script) => _node = System.Diagnostics.Process.Start(new ProcessStartInfo("node", script)
    {
        WorkingDirectory = NodeScript.Folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        StandardOutputEncoding = Encoding.UTF8,
    })!;

    public async Task<JsonNode> AskAsync(string ask, JsonObject with)
    {
        with["ask"] = ask;
        await _asking.WaitAsync();
        try
        {
            await _node.StandardInput.WriteLineAsync(with.ToJsonString());
            await _node.StandardInput.FlushAsync();
            using var limit = new CancellationTokenSource(Patience);
            var answer = JsonNode.Parse(await _node.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException(ask))!;
            Assert.False(answer is JsonObject failed && failed.ContainsKey("error"), $"{ask}: {answer.ToJsonString()}");
            return answer;
        }
        finally
        {
            _asking.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
        _asking.Dispose();
    }
}
