using System.Net;
using System.Text.Json;
using Chancery.Web;
using Chancery.Web.Pages;
using Microsoft.AspNetCore.Builder;

namespace Chancery.App.Tests.Web;

/// <summary>The real server at a free port of this machine, over a record of its own.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningServer(WebApplication app)
    {
        _app = app;
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(app.Urls.Single()) };
    }

    internal HttpClient Http { get; }

    internal static async Task<RunningServer> Start(string record, Func<ServeOptions, ServeOptions>? change = null)
    {
        var options = new ServeOptions { Record = record, Urls = "http://127.0.0.1:0", RequestsPerSecond = 10_000 };
        var app = WebServer.Build(change?.Invoke(options) ?? options, FrontEnd.None);
        await app.StartAsync();
        return new(app);
    }

    /// <summary>The JSON of an answer that must be 200.</summary>
    internal async Task<JsonElement> Get(string path)
    {
        using var answer = await Http.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The code of a problem reply with the status given.</summary>
    internal async Task<string> Problem(HttpRequestMessage request, HttpStatusCode status)
    {
        using var answer = await Http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, body);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return JsonDocument.Parse(body).RootElement.GetProperty("type").GetString()!.Split(':')[^1];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>One server over the samples for all tests that only look.</summary>
public sealed class SamplesServer : IAsyncLifetime
{
    private readonly RecordFixture _record = new();

    internal RunningServer Server { get; private set; } = null!;

    internal string Record => _record.Record;

    public async ValueTask InitializeAsync()
    {
        await _record.InitializeAsync();
        Server = await RunningServer.Start(_record.Record);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _record.DisposeAsync();
    }
}

/// <summary>One server over an empty record for all tests of a class.</summary>
public sealed class EmptyServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    internal RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await RunningServer.Start(Path.Combine(_folder, "record.db"));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
