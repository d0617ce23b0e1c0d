using System.Text.Json;
using Chancery.Records;
using Chancery.Web.Api;
using Chancery.Web.Live;
using Chancery.Web.Pages;
using Chancery.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chancery.Web;

/// <summary>The record in a browser: pages, HTTP API and MCP over one record.</summary>
public static class WebServer
{
    /// <summary>A new key and the line of the key file that admits it; the key itself is kept nowhere.</summary>
    /// <param name="roleAndName"><c>reader:NAME</c>, <c>reviewer:NAME</c> or <c>admin:NAME</c>.</param>
    /// <exception cref="ServeException">The role or the name is none.</exception>
    public static (string Key, string Line) CreateKey(string roleAndName) => KeyRing.Create(roleAndName);

    /// <summary>Serves until the process is told to stop; requests under way are finished first.</summary>
    /// <param name="options">What is served, where, and to whom.</param>
    /// <param name="say">Told, in one line each, what the person who started it should know.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="ServeException">It cannot start as asked.</exception>
    /// <exception cref="RecordException">The record cannot be opened.</exception>
    public static async Task RunAsync(ServeOptions options, Action<string> say, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(say);
        Listening.At(options.Urls); // before pages are built, which takes a while
        await using var app = Build(options, FrontEnd.Open(say));
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException problem)
        {
            throw new ServeException($"cannot listen at {options.Urls}: {problem.Message}");
        }
        foreach (var url in app.Urls) say($"serving '{options.Record}' at {url} (Ctrl+C stops)");
        await app.WaitForShutdownAsync(cancel);
    }

    internal static WebApplication Build(ServeOptions options, FrontEnd pages)
    {
        var listening = Listening.At(options.Urls);
        var keys = options.Keys is { } file ? KeyRing.Read(file) : null;
        if (keys is null && !listening.IsLoopback)
            throw new ServeException($"{options.Urls} can be reached from outside this machine: that takes --keys FILE; 'chancery serve --new-key reader:NAME' makes one");

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "chancery", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxRequestBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MaxConcurrentConnections = 1000;
        });
        Telemetry.Add(builder);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddRateLimiter(limits => RateLimits.Set(limits, options.RequestsPerSecond));
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(new Knowledge(options.Pack));
        builder.Services.AddSingleton<Annotations>();
        builder.Services.AddSingleton<LiveRecord>();
        builder.Services.AddSingleton<KeptAnswers>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LiveRecord>());
        Description.Add(builder.Services);
        McpServer.Add(builder.Services).WithHttpTransport(transport => transport.Stateless = true);
        builder.Services.AddSingleton(new Sessions(TimeProvider.System));
        builder.Services.AddSingleton(services => new Doorkeeper(keys, services.GetRequiredService<Sessions>()));

        // Asking the file blocks its thread: with no more threads than processors, two long questions would keep all others waiting.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + 2 * OpenRecord.Readers), ports);

        var app = builder.Build();
        _ = app.Services.GetRequiredService<LiveRecord>(); // a record that cannot be opened is said at once
        app.Use(SecurityHeaders.Add);
        app.Use(Explain);
        app.Use(new HostGuard(listening, options.Hosts).Check);
        app.UseRouting();
        app.Use(OriginGuard.Check);
        app.Use(app.Services.GetRequiredService<Doorkeeper>().Check);
        app.UseRateLimiter();
        HealthApi.Map(app);
        RecordApi.Map(app);
        app.MapMcp("/mcp").WithMetadata(new Needs(Role.Reader));
        pages.Map(app);
        // the first story is asked for soon: what it is read with takes a second to load
        app.Lifetime.ApplicationStarted.Register(() => _ = Task.Run(app.Services.GetRequiredService<Knowledge>().Warm));
        return app;
    }

    /// <summary>Trouble becomes a problem reply; what went wrong inside is logged and not told.</summary>
    private static async Task Explain(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadRequest problem)
        {
            await Problems.Write(context, StatusCodes.Status400BadRequest, problem.Code, problem.Message);
        }
        catch (BadHttpRequestException problem)
        {
            await Problems.Write(context, problem.StatusCode, problem.StatusCode == StatusCodes.Status413PayloadTooLarge ? "too-large" : "bad-request", problem.Message);
        }
        catch (JsonException)
        {
            await Problems.Write(context, StatusCodes.Status400BadRequest, "bad-body", "The body is not JSON of the kind that is expected.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // whoever asked has gone
        }
        catch (RecordException problem)
        {
            Log(context).LogError("The record failed: {Problem}", problem.Message);
            await Problems.Write(context, StatusCodes.Status503ServiceUnavailable, "record", "The record cannot be read or written at the moment.");
        }
        catch (Exception problem)
        {
            Log(context).LogError(problem, "{Method} {Path} failed", context.Request.Method, context.Request.Path.Value);
            await Problems.Write(context, StatusCodes.Status500InternalServerError, "fault", "Something went wrong here that should not have; the log says what.");
        }
    }

    private static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Chancery.Web");
}
