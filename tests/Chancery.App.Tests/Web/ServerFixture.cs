using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Chancery.Web;
using Chancery.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chancery.App.Tests.Web;

/// <summary>Tests that measure time: they run after all others, one by one.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>The real server at a free port of this machine, over a record of its own.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    /// <summary>What the server logged, for whoever reads of a failure.</summary>
    private readonly ConcurrentQueue<string> _log = [];

    private RunningServer(WebApplication app)
    {
        _app = app;
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(new Log(_log));
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(app.Urls.Single()) };
    }

    internal HttpClient Http { get; }

    /// <summary>Servers write no log on the tests' own standard error, where a failure would be lost among its lines.</summary>
    [ModuleInitializer]
    internal static void Quiet() => Environment.SetEnvironmentVariable("Logging__Console__LogLevel__Default", "None");

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
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {body}\n{string.Join('\n', _log)}");
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

    private sealed class Log(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) lines.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
            // the lines are the server's
        }
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
